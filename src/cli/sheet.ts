import { cellName, parseCSV } from './csv.js';

/** One sheet of a spreadsheet, saved as CSV, that knows its cells by name. */
export class Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly unclosed: string | undefined;
  /** True where commas part the cells: decimals have points then. */
  readonly hasPoints: boolean;

  constructor(name: string, text: string) {
    const { rows, separator, unclosed } = parseCSV(text);
    this.name = name;
    this.rows = rows;
    this.hasPoints = separator === ',';
    this.unclosed = unclosed && this.cell(unclosed.row, unclosed.column);
  }

  /** "rows.csv B7" */
  cell(row: number, column: number): string {
    return `${this.name} ${cellName(row, column)}`;
  }
}

/** What the desk is told, cell by cell. A cell that was refused once is not refused again. */
export class DeskReport {
  readonly notes: string[] = [];
  /** Sentences by cell. */
  readonly #refused = new Map<string, string>();
  #isColumnMissing = false;

  /** What rows lack then needs no second word. */
  get isColumnMissing(): boolean {
    return this.#isColumnMissing;
  }

  missingColumn(cell: string, sentence: string): void {
    this.#isColumnMissing = true;
    this.fault(cell, sentence);
  }

  /** Every fault, as one reads the sheets: row by row. */
  get faults(): readonly string[] {
    const place = (cell: string): readonly [string, number] => {
      const [, sheet = cell, row = '0'] = /^(.*) [A-Z]+(\d+)$/.exec(cell) ?? [];
      return [sheet, Number(row)];
    };
    return [...this.#refused]
      .map(([cell, sentence]) => ({ at: place(cell), line: `${cell}: ${sentence}` }))
      .sort(({ at: [one, a] }, { at: [two, b] }) => (one === two ? a - b : one < two ? -1 : 1))
      .map(({ line }) => line);
  }

  /** True when a cell of this one's row was refused. */
  hasFaultBeside(cell: string): boolean {
    const row = cell.replace(/[A-Z]+(\d+)$/, '$1');
    return [...this.#refused.keys()].some((other) => other.replace(/[A-Z]+(\d+)$/, '$1') === row);
  }

  fault(cell: string, sentence: string): void {
    if (!this.#refused.has(cell)) this.#refused.set(cell, sentence);
  }

  /** Refuses what stands under no column's name: a thousand with a comma, unquoted, is two cells. */
  strayCells(sheet: Sheet, row: number, names: readonly (string | undefined)[]): void {
    sheet.rows[row]!.forEach((text, i) => {
      if (text.trim() && !names[i]?.trim())
        this.fault(sheet.cell(row, i), `“${text.trim().slice(0, 40)}” stands under no column’s name.`);
    });
  }

  note(cell: string, sentence: string): void {
    this.notes.push(`${cell}: ${sentence}`);
  }

  /** Does what may throw a sentence for the desk. */
  attempt<T>(cell: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.fault(cell, (error as Error).message);
      return undefined;
    }
  }
}

/** A contract being put together, each value with the cell it came from. */
export class Draft {
  /** Cells by JSON path. */
  readonly cells = new Map<string, string>();
  /** Keys of the about sheet by the JSON path of what stands in a list: `events.1` for `events[0]`. */
  readonly keys = new Map<string, string>();

  /** How a path is written as a key of the about sheet. */
  keyOf(path: string): string {
    return path.replace(
      /^(\w+)\[(\d+)\]/,
      (item, list, n) => this.keys.get(item) ?? `${list}.${Number(n) + 1}`,
    );
  }

  /** The cell of a path, or of what it is part of; nothing for what stands nowhere. */
  cellOf(path: string): string | undefined {
    for (let part = path; part; part = part.replace(/(?:^|\.)[^.[\]]+$|\[[^\]]*\]$/, '')) {
      const cell = this.cells.get(part);
      if (cell !== undefined) return cell;
    }
    return undefined;
  }
}
