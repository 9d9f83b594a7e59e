// The text a desk pastes: the element with its contract inside, and one script for all three charts, pinned by its hash.

/** Text that may stand in an HTML attribute or element. */
const escapeHTML = (text) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);

/** JSON that cannot end the script element it stands in. One field a line, one row a line. */
function writeContract(contract) {
  const fields = Object.entries(contract).map(([key, value]) => {
    const isList = Array.isArray(value) && value.some((one) => typeof one === 'object');
    const text = isList
      ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}`.replaceAll('<', '\\u003c');
}

function writeScript(address, integrity) {
  const hash = integrity ? ` integrity="${integrity}"` : '';
  return `<script type="module" src="${escapeHTML(address)}"${hash} crossorigin="anonymous"></script>`;
}

/**
 * @param {{ chart: string, contract?: object, src?: string, view?: string, scaleGroup?: string, lang: string,
 *   fallback: string }} figure
 * @param {string} base address of dist/cdn/, with a slash at its end
 * @param {Record<string, string>} integrity hashes by file name
 */
export function writeSnippet({ chart, contract, src, view, scaleGroup, lang, fallback }, base, integrity) {
  const attributes = [
    `lang="${lang}"`,
    view && `view="${view}"`,
    scaleGroup && `scale-group="${scaleGroup}"`,
    src && `src="${escapeHTML(src)}"`,
  ];
  const data = contract ? `<script type="application/json">\n${writeContract(contract)}\n</script>\n` : '';
  const scripts = [...(lang === 'en' ? [] : [`lang/${lang}.js`]), 'sahel-charts.js'];
  return `<sahel-${chart} ${attributes.filter(Boolean).join(' ')}>
${data}<p>${escapeHTML(fallback)}</p>
</sahel-${chart}>
${scripts.map((name) => writeScript(base + name, integrity[name])).join('\n')}
`;
}
