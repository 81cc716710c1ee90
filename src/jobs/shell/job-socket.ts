/** The socket on which a running job is asked by its stand-ins. */
import { createServer, type Server, type Socket } from 'node:net';
import { RingtoolError } from '../../core/errors.ts';
import { frame, frameReader, type Reply } from './frames.ts';

/** A stand-in that has asked and waits. */
export interface Visitor {
  /** What it asked, unchecked. */
  readonly asked: unknown;
  /** It was killed before its turn. */
  readonly gone: boolean;
  /** The last one has `exit`. Nothing waits for the visitor to read: it prints into a pipe that we read ourselves. */
  reply(replies: readonly Reply[]): void;
}

export interface JobSocket {
  close(): void;
}

/** More at once are turned away: a script that forks without end. */
const VISITORS = 500;

/** Listens on `path`, which must not be there yet; calls `onVisitor` for each question. */
export async function openJobSocket(path: string, onVisitor: (visitor: Visitor) => void): Promise<JobSocket> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const read = frameReader();
    let asked = false;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (sockets.size > VISITORS) {
      end(socket, [{ err: 'ringtool: too many commands at once\n', exit: 8 }]);
      return;
    }
    socket.on('data', (bytes) => {
      try {
        for (const message of read(bytes)) {
          // One question each.
          if (!asked) onVisitor(visitorOf(socket, message));
          asked = true;
        }
      } catch {
        // No stand-in of ours talks like this.
        socket.destroy();
      }
    });
  });
  await listening(server, path);
  return {
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function visitorOf(socket: Socket, asked: unknown): Visitor {
  return {
    asked,
    get gone() {
      return socket.destroyed;
    },
    reply: (replies) => end(socket, replies),
  };
}

function end(socket: Socket, replies: readonly Reply[]): void {
  if (socket.destroyed) return;
  for (const reply of replies) socket.write(frame(reply));
  socket.end();
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new RingtoolError('file/not-written', `the socket ${path} cannot be made`, { cause }));
    });
    server.listen(path, resolve);
  });
}
