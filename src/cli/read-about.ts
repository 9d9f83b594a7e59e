import { readFigure } from './cells.js';
import type { DeskReport, Draft, Sheet } from './sheet.js';

/** Fields that hold several of a kind: `events.1.at`, `actors.wagner.name.fr`. */
const LISTS = new Set(['actors', 'events', 'notices', 'references', 'history', 'totals']);
/** Fields that hold a number, wherever they stand. */
const NUMBERS = new Set(['value', 'low', 'high', 'slot']);

interface Node {
  readonly parts: Map<string, Node>;
  text?: string;
  cell: string;
}

/**
 * The sheet `about`: a key and a value per row. Dots lead inwards (`source.asOf`, `place.fr`); in a list the next part is
 * its number, or for the actors of an attribution their id. An empty value is a key that is not there.
 */
export function readAbout(sheet: Sheet, report: DeskReport, draft: Draft): Record<string, unknown> {
  const root: Node = { parts: new Map(), cell: sheet.cell(0, 0) };
  const [first = []] = sheet.rows;
  const header = /^(key|clé|cle)$/i.test(first[0]?.trim() ?? '') ? first : [];
  sheet.rows.forEach(([key = '', value = '', ...more], i) => {
    const name = key.trim();
    if (!name || name.startsWith('#') || (i === 0 && header.length)) return;
    if (value.trim()) place(root, name, value.trim(), sheet, i, report);
    // A text with a comma, unquoted, is two cells. A column of the desk's own has a name.
    more.forEach((text, j) => {
      if (text.trim() && !header[j + 2]?.trim())
        report.fault(
          sheet.cell(i, j + 2),
          `“${text.trim().slice(0, 40)}” stands beside the value: a text with a comma is put in quotation marks.`,
        );
    });
  });
  return readParts(root, '', report, draft) as Record<string, unknown>;
}

function place(root: Node, key: string, text: string, sheet: Sheet, row: number, report: DeskReport): void {
  const cell = sheet.cell(row, 1);
  let node = root;
  for (const part of key.split('.').map((one) => one.trim())) {
    let next = node.parts.get(part);
    if (!next) node.parts.set(part, (next = { parts: new Map(), cell }));
    if (node.text !== undefined)
      report.fault(cell, `“${key}” stands inside a key that has a text of its own, ${node.cell}.`);
    node = next;
  }
  if (node.text !== undefined) report.fault(cell, `the key “${key}” stands twice: first in ${node.cell}.`);
  else if (node.parts.size) report.fault(cell, `the key “${key}” has parts of its own, as in ${node.cell}.`);
  node.text = text;
  node.cell = cell;
}

function readParts(node: Node, path: string, report: DeskReport, draft: Draft): unknown {
  const field = path.replace(/^.*\./, '');
  if (path) draft.cells.set(path, node.cell);
  if (node.text !== undefined) {
    if (LISTS.has(path)) return [node.text];
    return NUMBERS.has(field) ? report.attempt(node.cell, () => readFigure(node.text!).value) : node.text;
  }
  if (LISTS.has(path)) return readList(node, path, report, draft);
  return Object.fromEntries(
    [...node.parts].map(([part, inner]) => [
      part,
      readParts(inner, path ? `${path}.${part}` : part, report, draft),
    ]),
  );
}

/** By number where all have one, else in the order of the sheet, each with its id. */
function readList(node: Node, path: string, report: DeskReport, draft: Draft): unknown[] {
  const parts = [...node.parts];
  const isNumbered = parts.every(([part]) => /^\d+$/.test(part));
  if (isNumbered) parts.sort(([a], [b]) => Number(a) - Number(b));
  return parts.map(([part, inner], i) => {
    draft.keys.set(`${path}[${i}]`, `${path}.${part}`);
    const read = readParts(inner, `${path}[${i}]`, report, draft);
    if (isNumbered) return read;
    return typeof read === 'object' ? { id: part, ...read } : { id: part, name: read };
  });
}
