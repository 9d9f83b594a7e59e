const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/**
 * Where a text stops being JSON: "line 3, column 5, at `,`". Engines tell it each in their own way, some without a place,
 * and a desk needs the line.
 */
export function findJSONFault(text: string): string {
  const open: string[] = [];
  let expected = 'value';
  let at = 0;
  for (;;) {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
    if (expected === 'end' && at >= text.length) return 'it is too deep or too long';
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next = token === undefined ? undefined : step(token, expected, open);
    if (!next) return place(text, at);
    expected = next;
    at += token!.length;
  }
}

/** What may follow a token where something was expected; nothing if it may not stand there. */
function step(token: string, expected: string, open: string[]): string | undefined {
  const kind = /^[{}[\],:]$/.test(token) ? token : token.startsWith('"') ? 'string' : 'other';
  const after = (): string => (open.length ? 'more' : 'end');
  if (
    (kind === '}' || kind === ']') &&
    open.at(-1) === kind &&
    (expected === 'more' || expected.startsWith('first'))
  ) {
    open.pop();
    return after();
  }
  if (expected === 'more') return kind !== ',' ? undefined : open.at(-1) === '}' ? 'key' : 'value';
  if (expected === 'colon') return kind === ':' ? 'value' : undefined;
  if (expected === 'key' || expected === 'first key') return kind === 'string' ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'first value') return undefined;
  if (kind === '{') {
    open.push('}');
    return 'first key';
  }
  if (kind === '[') {
    open.push(']');
    return 'first value';
  }
  return kind === 'string' || kind === 'other' ? after() : undefined;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const found = at >= text.length ? 'the end of the file' : `\`${[...text.slice(at, at + 20)][0]!}\``;
  return `line ${before.length}, column ${before.at(-1)!.length + 1}, at ${found}`;
}
