// The lockfile is whole (every optional platform package is in it, no addresses) and each d3 module is one pinned copy.
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json');
const { dependencies } = read('package.json');
const faults = [];

for (const [place, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {}))
    if (!packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
      faults.push(`package-lock.json: ${place || 'the root'} lists ${name}, which is not in the lock`);
  if (entry.resolved) faults.push(`package-lock.json: ${place} carries an address`);
}

for (const [name, version] of Object.entries(dependencies).filter(([name]) => name.startsWith('d3-'))) {
  const copies = Object.keys(packages).filter((place) => place.endsWith(`node_modules/${name}`));
  const found = copies.map((place) => packages[place].version);
  if (copies.length !== 1 || found[0] !== version)
    faults.push(`${name}: one copy of ${version} expected, found ${found.join(', ') || 'none'}`);
}

for (const fault of faults) console.error(fault);
console.log(faults.length ? `lock: ${faults.length} faults` : 'lock: whole, d3 pins single');
process.exit(faults.length ? 1 : 0);
