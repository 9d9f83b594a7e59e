const RUNTIME = 'https://charts.example.org/sahel-charts/0.1.0/';

/** By command; '' is the command line as a whole. */
export const HELP: Readonly<Record<string, string>> = {
  '': `sahel-charts: charts about the Sahel from a checked contract

  sahel-charts check FILE…            is the contract good? Every fault with its place
  sahel-charts render FILE… --to …    a static file: svg, png, html, csv, text
  sahel-charts embed FILE --as …      what is pasted: script, iframe, figure, oembed, page
  sahel-charts import ROWS.csv …      a contract from two sheets of a spreadsheet

  sahel-charts COMMAND --help         options and examples
  sahel-charts --version

FILE is a contract as JSON; - is standard input. Errors go to standard error, one line each.
Exit code: 0 good, 1 refused, 2 cannot read (a file, or the command line).
`,
  check: `sahel-charts check FILE…

Reads contracts and reports: good ones and notes on standard output, faults on standard error,
one line each with file, JSON path, what was expected and what came.

Examples
  sahel-charts check mali.json
  sahel-charts check data/*.json
  curl https://example.org/mali.json | sahel-charts check -
`,
  render: `sahel-charts render FILE… --to svg|png|html|csv|text [-o OUT]

Writes one static file for each contract, to OUT (a file, or a folder for several) or to standard output.
Two runs give the same bytes. Title, source, dates and licence are in every one.

  --to FORMAT        svg, png, html (one file without script), csv, text (for newsletters, with an alt text)
  --size SIZE        of a picture: article (default), og 1200×628, square 1080×1080, story 1080×1920
  --width PX         240 to 1600, default 640; a PNG for an article has twice as many pixels
  --lang TAG         ar, de, en (default), es, fr, pt
  --theme NAME       light (default), dark
  --view NAME        columns, cumulative; stack, share, involved; arc, bullet
  --highlight WHAT   a period or an actor
  --max NUMBER       a common end of the scale, for charts that stand side by side
  -o, --output OUT

Examples
  sahel-charts render mali.json --to png --size og -o og.png
  sahel-charts render data/*.json --to svg --width 960 --lang fr -o pictures/
  sahel-charts render - --to text < mali.json
`,
  embed: `sahel-charts embed FILE --as script|iframe|figure|oembed|page [-o DIR]

Writes a contract in one of five forms, with the same title, source, numbers and table in each.

  script   the element with the contract and a complete fallback, and one script pinned by its hash
  iframe   an iframe, and the page it shows
  figure   only what WordPress keeps for an author; live where the site loads upgrade.js
  oembed   a folder that answers oEmbed without a server: page, oembed.json, poster
  page     one HTML file with everything in it; works from a disk, without network

  --base-url URL     the folder where DIR will be published (iframe, figure, oembed)
  --runtime URL      where dist/cdn is published, with its version in the address (script, iframe, oembed)
  --runtime-files D  the local copy of that, for its hashes and code; default: this package's own
  --width PX         the width that heights and pictures are made for, default 640
  --lang TAG  --theme auto|light|dark  --view NAME  --highlight WHAT
  --provider NAME    who publishes it, for oembed; default the host of --base-url
  --no-host          an iframe without the script that sets its height
  --no-style         the snippet without styles, for a policy that forbids them; the page may move
  -o, --output DIR   the folder to publish; the snippet is in it too

Examples
  sahel-charts embed mali.json --as script --runtime ${RUNTIME}
  sahel-charts embed mali.json --as iframe --runtime ${RUNTIME} \\
    --base-url https://charts.example.org/mali/ -o mali/
  sahel-charts embed mali.json --as page --lang fr -o mali/
`,
  import: `sahel-charts import ROWS.csv --about ABOUT.csv [--vintages VINTAGES.csv] [-o FILE]

Makes a contract of two sheets saved as CSV. about: a key and a value per row (source.asOf, place.fr).
rows: one row per figure, its columns named as in the contract. The desk report names cells (rows.csv B7).
Nothing is written where there is a fault.

  value     empty: not known · 0: a reported zero · ≥120: at least · 412–498: a range
  actors    wagner + fama: together · wagner / jnim: disputed · wagner & fama: not separated
            · unattributed · total: the published total

Examples
  sahel-charts import rows.csv --about about.csv -o mali.json
  sahel-charts import rows.csv --about about.csv | sahel-charts render - --to svg -o mali.svg
`,
};
