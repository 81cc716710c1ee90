/**
 * UTCTime and GeneralizedTime (RFC 5280 4.1.2.5): written strictly, read as old certificates hold them,
 * that is, also without seconds and with an offset instead of Z.
 */
import { TAG } from './fields.ts';
import { badDer, contentOf, type DerValue } from './reader.ts';

const SHAPE = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(?:(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2})(\d{2}))$/;

/** The instant of a UTCTime or GeneralizedTime. */
export function timeOf(value: DerValue, what: string): Date {
  const general = value.tag === TAG.generalizedTime;
  if (!general && value.tag !== TAG.utcTime) throw badDer(`${what} is neither UTCTime nor GeneralizedTime`);
  const content = contentOf(value);
  const text = content.length > 40 ? '' : Buffer.from(content).toString('latin1');
  const parts = SHAPE.exec(text);
  if (parts === null || (parts[1]?.length === 4) !== general || (!general && parts[7] !== undefined)) {
    throw badDer(`${what} is not a well-formed time`);
  }
  const number = (index: number): number => Number(parts[index] ?? 0);
  const year = general ? number(1) : number(1) + (number(1) >= 50 ? 1900 : 2000);
  const instant = new Date(0);
  instant.setUTCFullYear(year, number(2) - 1, number(3));
  instant.setUTCHours(number(4), number(5), number(6), Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000));
  const real =
    instant.getUTCMonth() + 1 === number(2) &&
    instant.getUTCDate() === number(3) &&
    number(4) < 24 &&
    number(5) < 60 &&
    number(6) < 60 &&
    number(9) < 24 &&
    number(10) < 60;
  if (!real) throw badDer(`${what} is a time that does not exist`);
  const offset = (number(9) * 60 + number(10)) * 60_000;
  return new Date(instant.getTime() - (parts[8] === '-' ? -offset : offset));
}
