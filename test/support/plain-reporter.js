// Prints each failure, then one line of counts per browser. The run fails when a browser ran nothing, when a test
// was skipped, or when fewer tests ran than test/expected-counts.json asks for.
import { relative } from 'node:path';
import { countFaults } from './counts.js';

function testsOf(suite, path = []) {
  if (!suite) return [];
  const own = suite.tests.map((test) => ({ ...test, path: [...path, test.name].join(' › ') }));
  return [...own, ...suite.suites.flatMap((inner) => testsOf(inner, [...path, inner.name]))];
}

const indent = (text) => text.replace(/^/gm, '    ');
const words = (error) => [error?.message, error?.stack].filter(Boolean).join('\n');

export function plainReporter({ browsers, whole }) {
  let bad = false;
  process.on('exit', () => {
    if (bad) process.exitCode = 1;
  });
  return {
    stop({ sessions }) {
      const faults = [];
      const tally = new Map(browsers.map((name) => [name, { passed: 0, failed: 0, skipped: 0, files: 0 }]));
      for (const session of [...sessions].sort((a, b) => a.testFile.localeCompare(b.testFile))) {
        const count = tally.get(session.browser.name);
        const file = relative(process.cwd(), session.testFile);
        const tests = testsOf(session.testResults);
        const lines = [];
        count.files++;
        for (const error of session.errors ?? []) {
          count.failed++;
          lines.push(`  error ${words(error)}`);
        }
        for (const test of tests) {
          if (test.skipped) {
            count.skipped++;
            faults.push(`${session.browser.name}: skipped: ${file}: ${test.path}`);
          } else if (test.passed) count.passed++;
          else {
            count.failed++;
            lines.push(`  ${test.path}\n${indent(words(test.error))}`);
            const { expected, actual } = test.error ?? {};
            if (expected !== undefined && actual !== undefined)
              lines.push(`    expected ${expected}\n    actual   ${actual}`);
          }
        }
        if (!tests.length && !session.errors?.length)
          faults.push(`${session.browser.name}: ${file} holds no test.`);
        if (lines.length) {
          console.log(`FAIL ${session.browser.name} ${file}\n${lines.join('\n')}`);
          for (const log of session.logs ?? []) console.log(`    console: ${log.join(' ')}`.slice(0, 2000));
        }
      }
      for (const [name, count] of tally) {
        const ran = count.passed + count.failed;
        if (!ran) faults.push(`${name}: no test ran.`);
        else if (whole) faults.push(...countFaults(name, ran));
        bad ||= count.failed > 0;
      }
      bad ||= faults.length > 0;
      for (const fault of faults) console.log(fault);
      for (const [name, { passed, failed, files }] of tally) {
        const own = faults.filter((fault) => fault.startsWith(`${name}: `)).length;
        console.log(`${name}: ${passed} passed, ${failed + own} failed (${files} files)`);
      }
    },
  };
}
