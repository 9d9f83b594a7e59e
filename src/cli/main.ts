#!/usr/bin/env node
import { run } from './run.js';

// A reader that stops early (head, less) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`standard output: cannot be written: ${error.code ?? error.message}\n`);
  process.exit(2);
});

process.exitCode = await run(process.argv.slice(2), {
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  write: (content) => void process.stdout.write(content),
  writeError: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});
