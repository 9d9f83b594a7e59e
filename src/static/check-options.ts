import { ContractError, type Fault, showReceived } from '../data/contract-error.js';
import { THEMES } from '../drawing/theme.js';

/** No figure of a contract is larger. */
export const LARGEST = 2 ** 53;

type Check = readonly [expected: string, isMet: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const TEXT: Check = ['a text', isText];
const LOOKS = Object.keys(THEMES);

const CHECKS: Readonly<Record<string, Check>> = {
  // One that no chart is drawn at is drawn at the nearest.
  width: ['a number of px', isNumber],
  lang: ['a BCP 47 tag as a text', isText],
  theme: [quote(LOOKS), (value) => LOOKS.includes(value as string)],
  view: TEXT,
  highlight: TEXT,
  max: [`a number from 0 to ${LARGEST}`, (value) => isNumber(value) && value >= 0 && value <= LARGEST],
  // It becomes part of a tag.
  prefix: [
    'small letters, digits and hyphens, such as "sahel"',
    (value) => isText(value) && /^[a-z][a-z\d-]*$/.test(value as string),
  ],
};
/** The look of a live chart may be left to its page. */
const LIVE: Readonly<Record<string, Check>> = {
  ...CHECKS,
  theme: [quote(['auto', ...LOOKS]), (value) => value === 'auto' || LOOKS.includes(value as string)],
};

/**
 * Refuses options that a caller without types can get wrong; what is left out has its default, and names that are none of
 * ours are passed over. A view, period or language that does not exist is no fault: it is drawn without, and noted.
 *
 * @param isLive The look may be left to the page.
 * @throws ContractError whose paths begin with "options".
 */
export function checkOptions(chart: string, options: unknown, isLive = false): void {
  if (typeof options !== 'object' || options === null)
    throw new ContractError(chart, [fault('E_TYPE', 'options', 'an object', options)]);
  const faults = Object.entries(isLive ? LIVE : CHECKS).flatMap(([name, [expected, isMet]]) => {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || isMet(value)) return [];
    const isOfType = typeof value === (name === 'width' || name === 'max' ? 'number' : 'string');
    return [fault(isOfType ? 'E_VALUE' : 'E_TYPE', `options.${name}`, expected, value)];
  });
  if (faults.length) throw new ContractError(chart, faults);
}

function fault(code: Fault['code'], path: string, expected: string, received: unknown): Fault {
  return { code, path, expected, received: showReceived(received) };
}

function quote(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}
