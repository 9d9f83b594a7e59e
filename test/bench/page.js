// In the page: draws, waits and reads the clock, in the same way for every candidate.
(() => {
  const blinker = document.createElement('i');
  blinker.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px';
  document.body.append(blinker);
  let blinks = 0;

  /** The next frame, which comes at once because something changes in it. */
  function frame() {
    blinker.style.background = blinks++ % 2 ? '#fff' : '#eee';
    return new Promise((done) => requestAnimationFrame(done));
  }

  /** A frame is only made when the one before the last has been painted: the third tells that what stood before it is. */
  async function painted() {
    for (let i = 0; i < 3; i++) await frame();
  }

  const candidate = (name) => globalThis.candidates[name];

  function container(width) {
    const host = document.createElement('div');
    host.style.width = `${width}px`;
    document.body.append(host);
    return host;
  }

  /** Milliseconds from before `work` until the page is styled and laid out, and until it is painted too. */
  async function time(host, work) {
    host.getBoundingClientRect();
    globalThis.gc?.({ type: 'minor' }); // what the one before left is not ours to clear away
    await painted();
    const start = performance.now();
    await work();
    host.getBoundingClientRect();
    const laidOut = performance.now() - start;
    await painted();
    return [laidOut, performance.now() - start];
  }

  async function clear(name, host) {
    candidate(name).remove(host);
    host.remove();
  }

  /** One round: every candidate once, in order, each chart in a container of its own, the contracts by turns. */
  async function drawRound({ names, width, texts, count }) {
    const times = [];
    for (const name of names) {
      const hosts = Array.from({ length: count }, () => container(width));
      const data = hosts.map((_, i) => JSON.parse(texts[i % texts.length]));
      const { draw } = candidate(name);
      times.push(await time(hosts.at(-1), () => Promise.all(hosts.map((host, i) => draw(host, data[i])))));
      for (const host of hosts) await clear(name, host);
    }
    return times;
  }

  async function draw(one) {
    for (let i = 0; i < one.warmUp; i++) await drawRound(one);
    const times = [];
    for (let i = 0; i < one.rounds; i++) times.push(await drawRound(one));
    return times;
  }

  /** One chart each, that gets new data in every round. */
  async function update({ names, width, texts, warmUp, rounds }) {
    const hosts = [];
    for (const name of names) {
      const host = container(width);
      hosts.push(host);
      await candidate(name).draw(host, JSON.parse(texts[0]));
    }
    const times = [];
    for (let i = 0; i < warmUp + rounds; i++) {
      const round = [];
      for (const [at, name] of names.entries()) {
        const data = JSON.parse(texts[(i + 1) % texts.length]);
        round.push(await time(hosts[at], () => candidate(name).update(hosts[at], data)));
      }
      if (i >= warmUp) times.push(round);
    }
    for (const [at, name] of names.entries()) await clear(name, hosts[at]);
    return times;
  }

  /** The first chart of a page: compiles and runs the code, which is in memory as text, and draws. */
  async function first(name, file, width, text) {
    const code = await (await fetch(`/code/${file}.js`)).text();
    const data = JSON.parse(text);
    const host = container(width);
    await document.fonts.ready;
    await new Promise((done) => setTimeout(done, 30));
    return time(
      host,
      () =>
        new Promise((done, fail) => {
          addEventListener('error', ({ message }) => fail(new Error(message)));
          globalThis.drawFirst = () =>
            Promise.resolve(globalThis.candidates[name].draw(host, data)).then(done, fail);
          const script = document.createElement('script');
          script.type = 'module';
          script.textContent = `${code}\n;globalThis.drawFirst();`;
          document.head.append(script);
        }),
    );
  }

  const kept = [];
  /** Draws charts that stay. */
  async function keep(name, width, text, count) {
    for (let i = 0; i < count; i++) {
      const host = container(width);
      kept.push(host);
      await candidate(name).draw(host, JSON.parse(text));
      if (i % 10 === 9) await painted();
    }
    await painted();
  }

  /** Draws charts one after another and takes each away again. */
  async function mount(name, width, text, count) {
    for (let i = 0; i < count; i++) {
      const host = container(width);
      await candidate(name).draw(host, JSON.parse(text));
      host.getBoundingClientRect();
      if (i % 10 === 9) await painted();
      candidate(name).remove(host);
      host.remove();
    }
    await painted();
  }

  globalThis.bench = { draw, update, first, keep, mount, painted };
})();
