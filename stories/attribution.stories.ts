import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '../src/charts/attribution/define.js';
import type { SahelAttribution } from '../src/charts/attribution/element.js';
import article from '../test/fixtures/attribution/article.json' with { type: 'json' };
import fourActors from '../test/fixtures/attribution/four-actors.json' with { type: 'json' };
import mali from '../test/fixtures/attribution/mali-ucdp.json' with { type: 'json' };
import manyActors from '../test/fixtures/attribution/many-actors.json' with { type: 'json' };
import monthsDense from '../test/fixtures/attribution/months-dense.json' with { type: 'json' };
import notBrokenDown from '../test/fixtures/attribution/not-broken-down.json' with { type: 'json' };
import successor from '../test/fixtures/attribution/successor.json' with { type: 'json' };
import threePairs from '../test/fixtures/attribution/three-pairs.json' with { type: 'json' };

interface Args {
  contract: unknown;
  view?: 'stack' | 'share' | 'involved';
  theme: 'auto' | 'light' | 'dark';
  lang: string;
  highlight?: string;
  /** Width of the place the chart stands in, px. */
  width: number;
}

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Charts/Attribution of actors',
  component: 'sahel-attribution',
  tags: ['autodocs'],
  args: { theme: 'light', lang: 'en', width: 640 },
  argTypes: {
    contract: { control: 'object', description: 'The data: an attribution/1 contract.' },
    view: { control: 'select', options: ['stack', 'share', 'involved'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    lang: { control: 'inline-radio', options: ['en', 'fr', 'ar', 'de', 'es', 'pt'] },
    highlight: { control: 'text', description: 'The id of an actor, or a period of the rows.' },
    width: { control: { type: 'range', min: 240, max: 1600, step: 10 } },
  },
  parameters: {
    controls: { include: ['contract', 'view', 'theme', 'lang', 'highlight', 'width'] },
    docs: {
      description: {
        component:
          'Deaths by the actors involved, each counted once. A joint act is a segment of its own in the hues of both, what is disputed is hollow, what is attributed to nobody is always there or said not to be published.',
      },
    },
  },
  render: ({ contract, view, theme, lang, highlight, width }) =>
    html`<div style="max-width: ${width}px">
      <sahel-attribution
        .data=${contract}
        view=${ifDefined(view)}
        theme=${theme}
        lang=${lang}
        highlight=${ifDefined(highlight || undefined)}
      ></sahel-attribution>
    </div>`,
  play: async ({ canvasElement, args }) => {
    const chart = canvasElement.querySelector<SahelAttribution>('sahel-attribution')!;
    await waitFor(() => expect(chart.status).toBe('ready'));
    await chart.updateComplete;
    await waitFor(() => expect(chart.shadowRoot!.querySelector('.plot > svg text')).not.toBeNull());
    const drawing = chart.shadowRoot!.querySelector('.plot > svg');
    await expect(drawing?.getAttribute('aria-label')).not.toBe('');
    await expect(chart.shadowRoot!.querySelector('.chart')?.getAttribute('lang')).toBe(args.lang);
    await expect(chart.toCSV().split('\n').length).toBeGreaterThan(1);
    await expect(chart.toSVG()).toContain('<svg');
  },
};

export default meta;

const story = (contract: unknown, about: string, args: Partial<Args> = {}): Story => ({
  args: { contract, ...args },
  parameters: { docs: { description: { story: about } } },
});

export const Article = story(
  article,
  'AFP, 21 November 2025, quoting ACLED: 924 and 434 in incidents involving Wagner and the Malian army. The source does not separate the two, so each figure is one segment in both hues. It publishes no unattributed figure, and the chart says so.',
);

export const ArticleInFrench = story(
  article,
  'The same contract in French, in the dark, in a narrow column: a lying bar a period, with its list below.',
  { lang: 'fr', theme: 'dark', width: 320 },
);

export const ByPerpetrator = story(
  mali,
  'UCDP 25.1, one-sided deaths in Mali by perpetrator, 2020 to 2024. In 2024 the governments of Mali and of Russia are one joint actor with a range of its own (233 to 636), which stands in the table; the strips show the ranges of the totals. Eck & Hultman (2007), JPR 44(2); Davies, Pettersson, Sollenberg, Öberg (2025), JPR 62(4).',
);

export const ByPerpetratorWide = story(
  mali,
  'From 960 px two panels on one scale: the stack, in which each person is counted once, and the actors unstacked, which overlap.',
  { width: 1200 },
);

export const ByPerpetratorNarrow = story(
  mali,
  'At 320 px the lists of five years would be too high: upright stacks with a key below.',
  { width: 320 },
);

export const FourActors = story(
  fourActors,
  'Example data. Every kind of segment: alone, together, disputed, not separated, unattributed, in four grades. The order is the same in every period, and each actor’s segments touch where an order allows it; brackets give the overlapping totals.',
);

export const FourActorsShare = story(
  fourActors,
  'Example data. Shares of 100, with the number of people over each column: only where every row is known, the unattributed among them, nothing is missing and there are 100 people or more.',
  { view: 'share' },
);

export const FourActorsInvolved = story(
  fourActors,
  'Example data. Unstacked: each actor with all it is named in. The bars overlap and do not add up; what the source does not separate is a bar of its own.',
  { view: 'involved' },
);

export const FourActorsWide = story(fourActors, 'Example data. Both views side by side.', { width: 1200 });

export const FourActorsNarrow = story(fourActors, 'Example data, in French and in the dark.', {
  width: 320,
  lang: 'fr',
  theme: 'dark',
});

export const Highlighted = story(
  fourActors,
  'Example data. One actor named by `highlight`: what it has no part in is drawn lighter, and no figure changes.',
  { highlight: 'hill' },
);

export const HighlightedPeriod = story(fourActors, 'Example data. One period named by `highlight`.', {
  highlight: '2023',
});

export const Successor = story(
  successor,
  'Example data. Africa Corps keeps the hue of Wagner and takes another motif, also in the bands of what it does together with the army.',
);

export const ThreePairs = story(
  threePairs,
  'Example data. Three actors, each with each: no order lets the parts of all three touch, so the third has no bracket, and a sentence says so.',
);

export const NotBrokenDown = story(
  notBrokenDown,
  'Example data. Published totals of which the rows give only a part, figures that are not known, a reported zero, a break in the series.',
);

export const ManyActors = story(
  manyActors,
  'Example data. Eight actors: the five with the greatest totals are named, the others stand under “Other named actors”. The table names all.',
);

export const MonthsDense = story(
  monthsDense,
  'Example data. Ten years of months: slots under 16 px, so stepped stacked areas without motifs, with a gap of two unknown months.',
  { width: 1200 },
);

export const MonthsDenseNarrow = story(monthsDense, 'Example data. The same at 320 px.', { width: 320 });
