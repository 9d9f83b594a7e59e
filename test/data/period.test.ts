import assert from 'node:assert/strict';
import test from 'node:test';
import { civil, dayNumber, isoDay, isoWeek, parseDay, parsePeriod } from '../../src/data/period.js';

const DAY = 86_400_000;

/** The independent method: the platform's own calendar, in UTC. */
function utcDays(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function span(text: string): string {
  const read = parsePeriod(text);
  assert.ok(read, `${text} is a period`);
  return `${read.kind} ${isoDay(read.first)} ${isoDay(read.last)}`;
}

test('1 January 1970 is day 0, and days before it are negative', () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  assert.equal(dayNumber(1969, 12, 31), -1);
  assert.equal(dayNumber(2000, 1, 1), 10_957);
  assert.equal(dayNumber(2025, 11, 21), 20_413);
});

test('a year runs from 1 January to 31 December', () => {
  assert.equal(span('2024'), 'year 2024-01-01 2024-12-31');
  assert.equal(parsePeriod('2024')!.last - parsePeriod('2024')!.first + 1, 366);
  assert.equal(parsePeriod('2025')!.last - parsePeriod('2025')!.first + 1, 365);
});

test('a quarter runs over its three months', () => {
  assert.equal(span('2025-Q1'), 'quarter 2025-01-01 2025-03-31');
  assert.equal(span('2025-Q2'), 'quarter 2025-04-01 2025-06-30');
  assert.equal(span('2025-Q3'), 'quarter 2025-07-01 2025-09-30');
  assert.equal(span('2025-Q4'), 'quarter 2025-10-01 2025-12-31');
});

test('a month ends on its last day, in leap years and in others', () => {
  assert.equal(span('2025-06'), 'month 2025-06-01 2025-06-30');
  assert.equal(span('2024-02'), 'month 2024-02-01 2024-02-29');
  assert.equal(span('2025-02'), 'month 2025-02-01 2025-02-28');
  assert.equal(span('2000-02'), 'month 2000-02-01 2000-02-29');
  assert.equal(span('1900-02'), 'month 1900-02-01 1900-02-28');
});

test('an ISO week runs from Monday to Sunday and may cross the turn of the year', () => {
  // From printed calendars.
  assert.equal(span('2025-W14'), 'week 2025-03-31 2025-04-06');
  assert.equal(span('2025-W01'), 'week 2024-12-30 2025-01-05');
  assert.equal(span('2020-W53'), 'week 2020-12-28 2021-01-03');
  assert.equal(span('2021-W01'), 'week 2021-01-04 2021-01-10');
  assert.equal(span('0001-W01'), 'week 0001-01-01 0001-01-07');
});

test('a day is itself', () => {
  assert.equal(span('2025-11-21'), 'day 2025-11-21 2025-11-21');
  assert.equal(span('0001-01-01'), 'day 0001-01-01 0001-01-01');
  assert.equal(span('9999-12-31'), 'day 9999-12-31 9999-12-31');
});

for (const [why, texts] of [
  ['days that no month has', ['2025-02-29', '2025-02-30', '2025-04-31', '2025-01-00', '2025-01-32']],
  ['29 February of a century that is no leap year', ['1900-02-29', '2100-02-29']],
  ['months that no year has', ['2025-00', '2025-13', '2025-13-01', '0000-00-00']],
  [
    'the year 0000, which the calendar does not have',
    ['0000', '0000-01', '0000-01-01', '0000-Q1', '0000-W01'],
  ],
  ['quarters that no year has', ['2025-Q0', '2025-Q5', '2025-Q']],
  ['weeks that no year has', ['2025-W00', '2025-W54', '2025-W99', '2025-W1']],
  ['times of day, with and without a zone', ['2025-01-01T00:00', '2025-01-01T00:00Z', '2025-01-01 00:00']],
  ['dates as other countries or machines write them', ['12/11/2025', '21.11.2025', '20251121', '1735689600']],
  [
    'periods that are cut short or too long',
    ['25', '202', '20255', '2025-', '2025-6', '2025-06-1', '2025-06-'],
  ],
  ['spaces, signs and lines around a period', [' 2025', '2025 ', '2025\n', '+2025', '-2025', '2025-06\n']],
  ['small letters for quarter and week', ['2025-q3', '2025-w14']],
  ['digits of another script, and nothing at all', ['٢٠٢٥', '２０２５', '']],
] as const) {
  test(`refused: ${why}`, () => {
    for (const text of texts) assert.equal(parsePeriod(text), undefined, JSON.stringify(text));
  });
}

test('a day is not read from a longer period', () => {
  assert.equal(parseDay('2025-11-21'), 20_413);
  for (const text of ['2025', '2025-11', '2025-Q4', '2025-W47', '2025-02-30'])
    assert.equal(parseDay(text), undefined, text);
});

test('week 53 exists in the long years of 2000 to 2050 and in no other', () => {
  // ISO 8601 long years, from a printed table.
  const long = [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048];
  for (let year = 2000; year <= 2050; year++)
    assert.equal(parsePeriod(`${year}-W53`) !== undefined, long.includes(year), String(year));
});

test('a year has 53 weeks exactly where 1 January or 31 December is a Thursday, over 400 years', () => {
  let found = 0;
  for (let year = 1800; year < 2200; year++) {
    const isThursday = (days: number): boolean => new Date(days * DAY).getUTCDay() === 4;
    const expected = isThursday(utcDays(year, 1, 1)) || isThursday(utcDays(year, 12, 31));
    const read = parsePeriod(`${year}-W53`);
    assert.equal(read !== undefined, expected, String(year));
    if (read) found++;
  }
  assert.equal(found, 71); // in every 400 years
});

test('every day from 1850 to 2150 agrees with the platform’s calendar, there and back', () => {
  let expected = utcDays(1850, 1, 1);
  for (const date = new Date(expected * DAY); date.getUTCFullYear() <= 2150; date.setTime(++expected * DAY)) {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
    if (parseDay(text) !== expected || isoDay(expected) !== text) assert.fail(text);
  }
});

test('every month from the year 1 to 9999 begins and ends where the platform’s calendar says', () => {
  for (let year = 1; year <= 9999; year++) {
    for (let month = 1; month <= 12; month++) {
      const text = `${pad(year, 4)}-${pad(month)}`;
      const read = parsePeriod(text)!;
      const last = utcDays(year, month + 1, 0);
      if (read.first !== utcDays(year, month, 1) || read.last !== last) assert.fail(text);
      const { day } = civil(last);
      if (parsePeriod(`${text}-${pad(day + 1)}`)) assert.fail(`${text}-${day + 1} does not exist`);
    }
  }
});

test('weeks follow one another without a gap for 300 years, and each holds its own Thursday’s year', () => {
  let monday = utcDays(1900, 1, 1); // a Monday
  for (let year = 1900; year < 2200; year++) {
    for (let week = 1; week <= 53; week++) {
      const text = `${year}-W${pad(week)}`;
      const read = parsePeriod(text);
      if (!read) {
        assert.equal(week, 53, text);
        continue;
      }
      const thursday = new Date((monday + 3) * DAY);
      const ordinal = (thursday.getTime() / DAY - utcDays(thursday.getUTCFullYear(), 1, 1)) / 7;
      if (read.first !== monday || read.last !== monday + 6) assert.fail(text);
      if (thursday.getUTCFullYear() !== year || Math.floor(ordinal) + 1 !== week) assert.fail(text);
      assert.deepEqual(isoWeek(monday), { year, week });
      monday += 7;
    }
  }
});

test('a day is the same day in Los Angeles, São Paulo, Kathmandu and on Kiritimati', () => {
  const zone = process.env.TZ;
  const offsets = new Set<number>();
  const read = (): string =>
    ['2025-01-01', '2018-11-04', '2011-12-30', '2025-03', '2025-Q2', '2025-W14', '2024'].map(span).join();
  const expected = read();
  try {
    for (const name of ['America/Los_Angeles', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Kiritimati']) {
      process.env.TZ = name;
      offsets.add(new Date(2025, 0, 1).getTimezoneOffset());
      assert.equal(read(), expected, name);
      assert.equal(parseDay('2025-01-01'), 20_089, name);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  assert.equal(offsets.size, 4, 'the time zone really changed');
});
