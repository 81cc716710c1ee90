/** The stand-in's end of the socket: asks the job that runs, prints what it is told, ends as it is told. */
import { connect } from 'node:net';
import { RingtoolError } from '../core/errors.ts';
import { frame, frameReader, type Reply } from '../jobs/shell/frames.ts';
import type { Question } from '../jobs/shell/serve.ts';
import type { Io } from './io.ts';
import { visible } from './visible.ts';

/** Throws `jobs/bad-job` when the job is gone. */
export function askJob(path: string, question: Question, io: Io): Promise<number> {
  return new Promise((resolve, reject) => {
    const read = frameReader();
    const socket = connect(path);
    const gone = (cause?: unknown): void => {
      reject(new RingtoolError('jobs/bad-job', 'the job this command belongs to does not answer', { cause }));
    };
    socket.on('connect', () => socket.write(frame(question)));
    socket.on('error', gone);
    // After the last reply this comes too late to matter.
    socket.on('close', () => gone());
    socket.on('data', (bytes) => {
      try {
        for (const reply of read(bytes) as readonly Reply[]) {
          if (reply.out !== undefined) io.part('out', visible(reply.out));
          if (reply.err !== undefined) io.part('err', visible(reply.err));
          if (reply.exit !== undefined) resolve(reply.exit);
        }
      } catch (error) {
        socket.destroy();
        reject(error);
      }
    });
  });
}
