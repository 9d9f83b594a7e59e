/** A piece of finished markup: what the pen below gives, and all it takes unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** The pen that writes text: everything that is no markup of its own is escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  let text = strings[0]!;
  for (let i = 0; i < values.length; i++) text += write(values[i]) + strings[i + 1]!;
  return new Markup(text);
}

function write(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === undefined || value === null || value === false) return '';
  return escapeText(`${value as string | number}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in XML, in content and in attributes; characters XML cannot hold are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
