// node:test events → each failure in full, then a line of counts as JSON for run-node-tests.js.
import { relative } from 'node:path';
import { inspect } from 'node:util';

const indent = (text) => text.replace(/^/gm, '    ');

export default async function* nodeReporter(events) {
  const count = { passed: 0, failed: 0, faults: [] };
  const files = new Set();
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
      continue;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = data.file ? relative(process.cwd(), data.file) : '';
    const isFile = data.nesting === 0 && data.file?.endsWith(data.name);
    if (data.skip !== undefined || data.todo !== undefined)
      count.faults.push(`node: skipped: ${file}: ${data.name}`);
    else if (type === 'test:pass') {
      if (data.details?.type === 'suite' || isFile) continue;
      files.add(file);
      count.passed++;
    } else {
      const error = data.details?.error;
      // A suite or file that failed only because of what is inside has been reported already.
      if (error?.failureType === 'subtestsFailed') continue;
      count.failed++;
      const cause = error?.cause ?? error;
      yield `FAIL node ${file}: ${data.name}\n${indent(`${cause?.stack ?? cause?.message ?? inspect(cause)}`)}\n`;
    }
  }
  yield `\n#counts ${JSON.stringify({ ...count, files: files.size })}\n`;
}
