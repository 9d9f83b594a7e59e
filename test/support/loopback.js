// The test server listens on every interface when its host is 'localhost' or '127.0.0.1', so it is given another
// loopback name: 127.0.0.2, or where that cannot be bound (macOS) 127.1, which is 127.0.0.1 in fewer letters.
import { createServer } from 'node:net';

const freePortOf = (host) =>
  new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A loopback host, and a port that was free a moment ago. */
export async function loopback(hosts = ['127.0.0.2', '127.1']) {
  for (const hostname of hosts) {
    try {
      return { hostname, port: await freePortOf(hostname) };
    } catch {
      // the next name
    }
  }
  throw new Error('No loopback address can be bound.');
}

export const freePort = () => freePortOf('127.0.0.1');
