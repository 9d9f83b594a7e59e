// dist/schema/<name>.json from the schema that each chart's contract.ts exports. Run with tsx.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';

const charts = new URL('../../src/charts/', import.meta.url);
const out = new URL('../../dist/schema/', import.meta.url);
mkdirSync(out, { recursive: true });

for (const name of readdirSync(charts)) {
  const file = new URL(`${name}/contract.ts`, charts);
  if (!existsSync(file)) continue;
  const { schema, schemaName } = await import(file.href);
  if (!schema || !schemaName)
    throw new Error(`src/charts/${name}/contract.ts exports no schema and schemaName`);
  // Checks that JSON Schema cannot say (a date that exists, two fields that must agree) are left to the reader.
  const { $schema, title, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' });
  const text = {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:sahel-charts:${schemaName}/1`,
    title: title ?? `${schemaName}/1`,
    ...rest,
  };
  writeFileSync(new URL(`${schemaName}.json`, out), `${JSON.stringify(text, null, 2)}\n`);
}
