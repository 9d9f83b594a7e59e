// The fewest tests each suite must run: test/expected-counts.json. Fewer is a fault, more asks to raise the number.
import { readFileSync } from 'node:fs';

const file = new URL('../expected-counts.json', import.meta.url);

/** The faults of one suite's count, as sentences; prints the reminder itself. */
export function countFaults(suite, ran) {
  const expected = JSON.parse(readFileSync(file, 'utf8'))[suite];
  if (expected === undefined) return [`${suite}: test/expected-counts.json has no number for it.`];
  if (ran < expected)
    return [`${suite}: only ${ran} tests ran; test/expected-counts.json expects ${expected} or more.`];
  if (ran > expected)
    console.log(`${suite}: ${ran} tests ran; raise ${expected} in test/expected-counts.json to ${ran}.`);
  return [];
}
