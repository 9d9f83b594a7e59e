import assert from 'node:assert/strict';
import test from 'node:test';
import { EMBED_FORMS, type EmbedForm, EmbedError, pictureFor, writeEmbed } from '../../src/embed/forms.js';
import { describe } from '../../src/static/index.js';
import { keepForAuthor } from './kses.js';
import { read, readContract, readEntities, RUNTIME, RUNTIME_FILES, textsOf } from './run-cli.js';

const integrity = JSON.parse(read(`${RUNTIME_FILES}/integrity.json`)) as Record<string, string>;
const base = {
  baseUrl: 'https://charts.example.org/mali/',
  runtime: RUNTIME,
  integrity,
  code: Object.fromEntries(
    ['casualties.js', 'attribution.js', 'gold-gauge.js', 'lang/fr.js'].map((name) => [
      name,
      `const name = "${name} </script><!--";\n//# sourceMappingURL=${name}.map\n`,
    ]),
  ),
  licences: 'MIT --> and so on',
  picture: new Uint8Array([1, 2, 3]),
};
const ARTICLES = ['casualties', 'attribution', 'gold-gauge'];
const article = (chart: string): Record<string, any> => readContract(`${chart}/article.json`);
const file = (
  form: EmbedForm,
  path: string,
  contract: unknown = article('casualties'),
  options = {},
): string =>
  String(writeEmbed(contract, form, { ...base, ...options }).files.find((one) => one.path === path)!.content);

/** The markup in which a form says everything. */
function markupOf(contract: unknown, form: EmbedForm, options: object): string {
  const { snippet, files } = writeEmbed(contract, form, { ...base, ...options });
  return form === 'script' || form === 'figure'
    ? snippet
    : String(files.find(({ path }) => path === 'index.html')!.content);
}

for (const name of [
  ...ARTICLES.map((chart) => `${chart}/article`),
  'casualties/mali-ucdp',
  'attribution/mali-ucdp',
  'casualties/withdrawn',
])
  for (const lang of ['en', 'fr'])
    test(`${name} in ${lang} has the same title, source, numbers and table in all five forms`, () => {
      const contract = readContract(`${name}.json`);
      const { title, summary, source, rows, columns } = describe(contract, lang);
      const table = (html: string): string[] =>
        [...html.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell]) => readEntities(cell!));
      const expected = rows.length ? [...columns.map(({ label }) => label), ...rows.flat()] : [];
      for (const form of EMBED_FORMS) {
        const html = markupOf(contract, form, { lang });
        // The script and the page say it twice: in the shadow root, and for what does not know one.
        const served = html.match(/<template[\s\S]*<\/template>/g) ?? [];
        assert.equal(served.length, form === 'script' || form === 'page' ? 1 : 0);
        for (const said of [...served, html.replace(/<template[\s\S]*<\/template>/g, '')]) {
          const texts = textsOf(said);
          for (const text of [title, summary, source.text])
            assert.ok(texts.includes(text), `${form}: ${text}`);
          assert.deepEqual(table(said), expected, form);
        }
      }
    });

test('every form is written twice with the same bytes', () => {
  for (const form of EMBED_FORMS)
    assert.deepEqual(
      writeEmbed(article('attribution'), form, base),
      writeEmbed(article('attribution'), form, base),
    );
});

// --- script

test('the script form is the element, its contract, a whole chart as fallback, and one pinned script', () => {
  const { snippet, files } = writeEmbed(article('casualties'), 'script', base);
  assert.deepEqual(files, []);
  const [, json] = /<script type="application\/json">\n([\s\S]*?)\n<\/script>/.exec(snippet)!;
  assert.deepEqual(JSON.parse(json!), article('casualties'));
  for (const part of ['<svg', '<table>', '<figcaption>', 'application/ld+json'])
    assert.ok(snippet.includes(part), part);
  assert.ok(
    snippet.endsWith(
      `</sahel-casualties>\n<script type="module" src="${RUNTIME}casualties.js" referrerpolicy="no-referrer" integrity="sha384-casualties" crossorigin="anonymous"></script>\n`,
    ),
  );
});
test('the element’s shadow root stands first: one drawing for each class of widths, its own style sheet, no id', () => {
  const templateOf = (options: object): string =>
    /^<sahel-casualties lang="en">\n<template shadowrootmode="open"><style>([\s\S]*)<\/template>\n<script type="application\/json">/.exec(
      writeEmbed(article('casualties'), 'script', { ...base, ...options }).snippet,
    )![1]!;
  const drawn = (options: object): string[] =>
    [...templateOf(options).matchAll(/<div class="plot p\d"[^>]*><svg viewBox="0 0 (\d+) /g)].map(
      ([, wide]) => wide!,
    );
  // The width of the drawing: that of the element without its padding.
  assert.deepEqual(drawn({}), ['308', '608']);
  assert.deepEqual(drawn({ width: 720 }), ['308', '688']);
  assert.deepEqual(drawn({ width: 300 }), ['268', '608']);
  assert.deepEqual(drawn({ width: 1100 }), ['308', '608', '1068']);
  assert.doesNotMatch(templateOf({}), /\sid=|url\(|@import|undefined|NaN/);
  // A rule for what is not there is weight in every article.
  assert.doesNotMatch(templateOf({}), /explorer|\.tip|textarea|actor-7|\.dark/);
  assert.ok(templateOf({}).length < 22_000, `${templateOf({}).length}`);
});
test('without a style sheet the script form is plain HTML, and its buttons can be found nowhere', () => {
  const { snippet } = writeEmbed(article('casualties'), 'script', { ...base, style: false });
  assert.doesNotMatch(snippet, /<template|<style|style=|<button/);
  assert.match(snippet, /<figure[\s\S]*<svg/);
});
test('what a shadow root shows without its style sheet is one drawing, and no button', () => {
  const { snippet } = writeEmbed(readContract('attribution/four-actors.json'), 'script', base);
  const [served] = /<template[\s\S]*<\/template>/.exec(snippet)!;
  assert.equal(
    [...served.matchAll(/<div class="plot [^>]*>/g)].filter(([tag]) => !tag.includes(' hidden')).length,
    1,
  );
  for (const [tag] of served.matchAll(/<button[^>]*>/g)) assert.match(tag, / hidden/);
});
test('a snippet in French names the language first, with its hash', () => {
  const { snippet } = writeEmbed(article('casualties'), 'script', { ...base, lang: 'fr-ML' });
  assert.match(snippet, /^<sahel-casualties lang="fr">/);
  const names = [
    ...snippet.matchAll(/src="[^"]*\/0\.1\.0\/([^"]+)" referrerpolicy="no-referrer" integrity="([^"]+)"/g),
  ].map(([, ...pair]) => pair);
  assert.deepEqual(names, [
    ['lang/fr.js', 'sha384-fr'],
    ['casualties.js', 'sha384-casualties'],
  ]);
});
test('no text of a contract ends a script, an element or an attribute, in any form', () => {
  const evil = `</script><!--<img src=x onerror=alert(1)>"'&`;
  const contract = { ...article('casualties'), title: evil, caveat: evil, place: evil };
  for (const form of EMBED_FORMS) {
    const html = markupOf(contract, form, {});
    assert.doesNotMatch(html.replace(/ alt="[^"]*"| data-contract="[^"]*"/g, ''), /<img src=x/, form);
    const scripts = html.split(/<script\b/).length - 1;
    assert.equal(html.split('</script').length - 1, scripts, form);
  }
  assert.deepEqual(
    JSON.parse(
      /<script type="application\/json">\n([\s\S]*?)\n<\/script>/.exec(markupOf(contract, 'script', {}))![1]!,
    ),
    contract,
  );
});

// --- iframe

test('the iframe form is one iframe with a true height, and one script that keeps it true', () => {
  const { snippet, files } = writeEmbed(article('casualties'), 'iframe', base);
  assert.match(
    snippet,
    /^<iframe src="https:\/\/charts\.example\.org\/mali\/index\.html\?id=mali" title="Civilians reported killed in Mali" width="100%" height="\d+" loading="lazy" referrerpolicy="no-referrer" style="width:100%;border:0" data-sahel-chart><\/iframe>\n<script src="[^"]*host\.js" referrerpolicy="no-referrer" integrity="sha384-host" crossorigin="anonymous" defer><\/script>\n$/,
  );
  assert.deepEqual(
    files.map(({ path }) => path),
    ['index.html', 'contract.json'],
  );
  assert.equal(
    writeEmbed(article('casualties'), 'iframe', { ...base, host: false }).snippet.includes('<script'),
    false,
  );
});
test('a view and a theme go with the address of the frame', () => {
  const { snippet } = writeEmbed(readContract('casualties/cumulative-months.json'), 'iframe', {
    ...base,
    view: 'cumulative',
    theme: 'dark',
  });
  assert.match(snippet, /\?id=mali&amp;view=cumulative&amp;theme=dark"/);
});
test('the page in a frame asks for no CORS on its own host, and for a hash on another', () => {
  const tag = (runtime: string): string =>
    /<script src[^>]*>/.exec(file('iframe', 'index.html', undefined, { runtime }))![0];
  assert.equal(
    tag('https://charts.example.org/runtime/0.1.0/'),
    '<script src="https://charts.example.org/runtime/0.1.0/frame.js" referrerpolicy="no-referrer" defer>',
  );
  assert.equal(
    tag(RUNTIME),
    `<script src="${RUNTIME}frame.js" referrerpolicy="no-referrer" integrity="sha384-frame" crossorigin="anonymous" defer>`,
  );
});
test('a page in a frame speaks its language before it draws: from the page, or pinned by its hash', () => {
  const [inside, named] = [{}, { code: {} }].map((options) =>
    file('iframe', 'index.html', article('casualties'), { lang: 'fr', ...options }),
  ) as [string, string];
  assert.ok(
    inside.indexOf('"lang/fr.js ') > 0 && inside.indexOf('"lang/fr.js ') < inside.indexOf('frame.js'),
  );
  assert.ok(
    named.includes(
      `<script type="module" src="${RUNTIME}lang/fr.js" referrerpolicy="no-referrer" integrity="sha384-fr" crossorigin="anonymous">`,
    ),
  );
  assert.doesNotMatch(file('iframe', 'index.html'), /lang\//);
});
test('a wider frame has another height', () => {
  const height = (width: number): number =>
    Number(
      /height="(\d+)"/.exec(writeEmbed(article('casualties'), 'iframe', { ...base, width }).snippet)![1],
    );
  assert.ok(height(320) > height(640) + 100, `${height(320)} and ${height(640)}`);
});

// --- figure

for (const name of [
  ...ARTICLES.map((chart) => `${chart}/article`),
  'casualties/long-words',
  'attribution/many-actors',
])
  for (const lang of ['en', 'fr'])
    test(`WordPress keeps every byte of the figure of ${name} in ${lang}`, () => {
      const contract = {
        ...readContract(`${name}.json`),
        caveat: `L'armée dit "non" & <b>rien</b> > 'tout' &#39; &amp;`,
      };
      const { snippet } = writeEmbed(contract, 'figure', { ...base, lang });
      for (const version of ['classic', 'html-api'] as const)
        assert.equal(keepForAuthor(snippet, version), snippet, version);
      const [, data] = / data-contract="([^"]*)"/.exec(snippet)!;
      assert.deepEqual(JSON.parse(readEntities(data!)), contract);
    });
test('the copy of WordPress’s filter can fail', () => {
  const { snippet } = writeEmbed(article('casualties'), 'script', base);
  for (const version of ['classic', 'html-api'] as const) {
    const kept = keepForAuthor(snippet, version);
    assert.doesNotMatch(kept, /<script|<svg|<sahel-/);
    assert.equal(keepForAuthor('<figure onclick="x()"  data-a=\'1\'>', version), '<figure data-a="1">');
    assert.equal(keepForAuthor('<img src="data:image/png;base64,AA">', version), '<img>');
    assert.equal(
      keepForAuthor('<p style="max-width: 9px; display:none;overflow:auto;width:env(x);">', version),
      '<p style="max-width: 9px;overflow:auto">',
    );
    assert.equal(keepForAuthor('<p style="display:none">', version), '<p>');
  }
  assert.equal(keepForAuthor('<p>l&#39;eau</p>', 'classic'), '<p>l&#039;eau</p>');
  assert.equal(keepForAuthor(`<p title="l'eau">`, 'html-api'), '<p title="l&apos;eau">');
});
test('the figure has a picture with its size and an alt of a sentence, and comes with the PNG', () => {
  const { snippet, files } = writeEmbed(article('casualties'), 'figure', base);
  const [, alt, width, height] =
    /<img src="https:\/\/charts\.example\.org\/mali\/chart\.png" alt="([^"]*)" width="(\d+)" height="(\d+)" style="max-width:100%;height:auto" loading="lazy">/.exec(
      snippet,
    )!;
  assert.ok(alt!.length >= 40 && alt!.includes('Source: ACLED'), alt);
  const picture = pictureFor(article('casualties'), 'figure', base)!;
  assert.deepEqual([Number(width), Number(height)], [picture.width, picture.height]);
  assert.deepEqual(files, [{ path: 'chart.png', content: base.picture }]);
});
test('a snippet for a page whose policy forbids styles has none', () => {
  for (const form of ['script', 'iframe', 'figure'] as const) {
    const { snippet } = writeEmbed(article('casualties'), form, { ...base, style: false });
    assert.doesNotMatch(snippet, / style=|<style/, form);
  }
});
test('a withdrawn figure has no picture and no number', () => {
  const { snippet } = writeEmbed(readContract('casualties/withdrawn.json'), 'figure', base);
  assert.doesNotMatch(textsOf(snippet), /702|924/);
  assert.doesNotMatch(snippet, /<img|<table/);
});

// --- oembed

test('the oEmbed answer is valid, and the page leads to it', () => {
  const answer = JSON.parse(file('oembed', 'oembed.json')) as Record<string, any>;
  assert.deepEqual(
    { ...answer, height: typeof answer.height, html: typeof answer.html },
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'charts.example.org',
      provider_url: 'https://charts.example.org',
      title: 'Civilians reported killed in Mali',
      html: 'string',
      width: 640,
      height: 'number',
      thumbnail_url: 'https://charts.example.org/mali/poster.png',
      thumbnail_width: 1200,
      thumbnail_height: 628,
    },
  );
  assert.equal(
    answer.html,
    `<iframe src="https://charts.example.org/mali/index.html?id=mali" title="Civilians reported killed in Mali" width="640" height="${answer.height}" frameborder="0"></iframe>`,
  );
  const page = file('oembed', 'index.html');
  assert.ok(
    page.includes(
      '<link rel="alternate" type="application/json+oembed" href="https://charts.example.org/mali/oembed.json"',
    ),
  );
  assert.match(
    page,
    /<meta property="og:image" content="https:\/\/charts\.example\.org\/mali\/poster\.png">/,
  );
  assert.equal(
    writeEmbed(article('casualties'), 'oembed', base).snippet,
    'https://charts.example.org/mali/index.html\n',
  );
});
test('WordPress shows frames up to 1,000 px high: the article’s columns and gauge fit in one 280 px wide', () => {
  for (const chart of ['casualties', 'gold-gauge']) {
    const answer = JSON.parse(file('oembed', 'oembed.json', article(chart), { width: 280 })) as {
      height: number;
    };
    assert.ok(answer.height <= 1000, `${chart}: ${answer.height}`);
  }
});

// --- page

test('the page holds everything: nothing in it makes a request, and no inlined code ends its script', () => {
  const page = file('page', 'index.html');
  assert.doesNotMatch(page, / src=|<link|@import|url\(|sourceMappingURL|\bfetch\(/);
  assert.equal(page.split('</script>').length - 1, page.split('<script').length - 1);
  assert.ok(page.includes('const name = "casualties.js \\x3c/script>\\x3c!--";'));
  assert.ok(page.includes('MIT - - > and so on'));
});

// --- what all of them refuse

test('what a form lacks is said in one sentence', () => {
  const refused = (form: EmbedForm, options: object): string => {
    try {
      writeEmbed(article('casualties'), form, options);
    } catch (error) {
      assert.ok(error instanceof EmbedError, String(error));
      return error.message;
    }
    return '';
  };
  assert.equal(refused('script', { integrity }), 'this form needs --runtime');
  assert.equal(refused('iframe', { runtime: RUNTIME, integrity }), 'this form needs --base-url');
  assert.equal(refused('figure', { baseUrl: 'mali' }), '--base-url is not an address: mali');
  assert.equal(
    refused('figure', { baseUrl: 'javascript:alert(1)' }),
    '--base-url is not an http or https address: javascript:alert(1)',
  );
  assert.equal(
    refused('script', { runtime: RUNTIME, integrity: {} }),
    'integrity.json has no hash for casualties.js',
  );
  assert.match(
    refused('script', { runtime: 'https://cdn.example.org/latest/', integrity }),
    /needs an address with a version/,
  );
  assert.match(
    refused('script', { runtime: 'https://cdn.example.org/sahel-charts@latest', integrity }),
    /needs an address with a version/,
  );
  assert.equal(refused('page', {}), 'the form "page" needs the text of casualties.js');
  for (const user of ['desk:secret@', 'desk@', ':secret@'])
    for (const [form, name] of [
      ['figure', 'base-url'],
      ['script', 'runtime'],
    ] as const)
      assert.equal(
        refused(form, {
          integrity,
          [name === 'runtime' ? 'runtime' : 'baseUrl']: `https://${user}charts.example.org/0.1.0/`,
        }),
        `--${name} holds a user’s name or password, which every reader of the page would see`,
      );
  for (const end of ['index.html', 'index.HTM', 'chart.png', '?a=1', '#a'])
    assert.equal(
      refused('oembed', { ...base, baseUrl: `https://charts.example.org/mali/${end}` }),
      `--base-url is not the address of a folder: https://charts.example.org/mali/${end}`,
    );
  assert.equal(
    refused('script', { integrity, runtime: `${RUNTIME}casualties.js` }),
    `--runtime is not the address of a folder: ${RUNTIME}casualties.js`,
  );
  assert.equal(
    refused('script', { ...base, max: 5 }),
    '--max is for still pictures; live charts share a scale by scale-group',
  );
  assert.equal(
    refused('amp' as EmbedForm, base),
    'there is no form "amp": it is one of script, iframe, figure, oembed, page',
  );
});
test('an address of a folder may end with a slash or not, with a version or a name', () => {
  for (const folder of ['mali', 'mali/', '2024.html/', 'v0.1.0', 'mali%20nord'])
    assert.equal(
      writeEmbed(article('casualties'), 'oembed', {
        ...base,
        baseUrl: `https://charts.example.org/${folder}`,
      }).snippet,
      `https://charts.example.org/${folder.replace(/\/?$/, '/')}index.html\n`,
    );
});
test('two forms of two charts on one page share no id', () => {
  for (const form of ['script', 'figure'] as const)
    assert.doesNotMatch(
      writeEmbed(article('gold-gauge'), form, base).snippet.replace(/ data-contract="[^"]*"/g, ''),
      /\sid="/,
    );
});
