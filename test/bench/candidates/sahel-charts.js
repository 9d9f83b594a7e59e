// Ours, as a page uses it: the element, fed by its property.
(() => {
  async function draw(host, data) {
    const element = document.createElement('sahel-casualties');
    element.data = data;
    host.append(element);
    await element.updateComplete;
    if (element.status !== 'ready') throw new Error(`sahel-casualties is ${element.status}`);
  }

  async function update(host, data) {
    const element = host.firstElementChild;
    element.data = data;
    await element.updateComplete;
  }

  (globalThis.candidates ??= {})['sahel-charts'] = { draw, update, remove: (host) => host.replaceChildren() };
})();
