import { cellName, parseCSV } from './csv.js';

/** One sheet of a spreadsheet, saved as CSV, that knows its cells by name. */
export class Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly unclosed: string | undefined;

  constructor(name: string, text: string) {
    const { rows, unclosed } = parseCSV(text);
    this.name = name;
    this.rows = rows;
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

  /** The cell of a path, or of what it is part of; nothing for what stands nowhere. */
  cellOf(path: string): string | undefined {
    for (let part = path; part; part = part.replace(/(?:^|\.)[^.[\]]+$|\[[^\]]*\]$/, '')) {
      const cell = this.cells.get(part);
      if (cell !== undefined) return cell;
    }
    return undefined;
  }
}
