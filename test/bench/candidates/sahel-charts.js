// Ours, as a page uses it: the element, fed by its property. The stack alone is asked for, which is what the others draw.
(() => {
  async function draw(host, data) {
    const name = `sahel-${data.schema.split('/')[0]}`;
    const element = document.createElement(name);
    if (name === 'sahel-attribution') element.setAttribute('view', 'stack');
    element.data = data;
    host.append(element);
    await element.updateComplete;
    if (element.status !== 'ready') throw new Error(`${name} is ${element.status}`);
  }

  async function update(host, data) {
    const element = host.firstElementChild;
    element.data = data;
    await element.updateComplete;
  }

  (globalThis.candidates ??= {})['sahel-charts'] = { draw, update, remove: (host) => host.replaceChildren() };
})();
