import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '../src/charts/casualties/define.js';
import type { SahelCasualties } from '../src/charts/casualties/element.js';
import allUnknown from '../test/fixtures/casualties/all-unknown.json' with { type: 'json' };
import allZero from '../test/fixtures/casualties/all-zero.json' with { type: 'json' };
import article from '../test/fixtures/casualties/article.json' with { type: 'json' };
import breakBetween from '../test/fixtures/casualties/break-between.json' with { type: 'json' };
import corrected from '../test/fixtures/casualties/corrected.json' with { type: 'json' };
import cumulativeMonths from '../test/fixtures/casualties/cumulative-months.json' with { type: 'json' };
import days from '../test/fixtures/casualties/days.json' with { type: 'json' };
import doubtfulRange from '../test/fixtures/casualties/doubtful-range.json' with { type: 'json' };
import estimated from '../test/fixtures/casualties/estimated.json' with { type: 'json' };
import fewDays from '../test/fixtures/casualties/few-days.json' with { type: 'json' };
import gapInReports from '../test/fixtures/casualties/gap-in-reports.json' with { type: 'json' };
import lateStart from '../test/fixtures/casualties/late-start.json' with { type: 'json' };
import longWords from '../test/fixtures/casualties/long-words.json' with { type: 'json' };
import mali from '../test/fixtures/casualties/mali-ucdp.json' with { type: 'json' };
import manyEvents from '../test/fixtures/casualties/many-events.json' with { type: 'json' };
import minimumOnly from '../test/fixtures/casualties/minimum-only.json' with { type: 'json' };
import monthsPartial from '../test/fixtures/casualties/months-partial.json' with { type: 'json' };
import sameDays from '../test/fixtures/casualties/same-days.json' with { type: 'json' };
import weeks from '../test/fixtures/casualties/weeks.json' with { type: 'json' };

interface Args {
  contract: unknown;
  view?: 'columns' | 'cumulative';
  theme: 'auto' | 'light' | 'dark';
  lang: string;
  highlight?: string;
  /** Width of the place the chart stands in, px. */
  width: number;
}

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Charts/Casualties over time',
  component: 'sahel-casualties',
  tags: ['autodocs'],
  args: { theme: 'light', lang: 'en', width: 640 },
  argTypes: {
    contract: { control: 'object', description: 'The data: a casualties/1 contract.' },
    view: { control: 'select', options: ['columns', 'cumulative'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    lang: { control: 'inline-radio', options: ['en', 'fr', 'ar', 'de', 'es', 'pt'] },
    highlight: { control: 'text', description: 'A period of the rows.' },
    width: { control: { type: 'range', min: 240, max: 1600, step: 10 } },
  },
  parameters: {
    controls: { include: ['contract', 'view', 'theme', 'lang', 'highlight', 'width'] },
    docs: {
      description: {
        component:
          'People killed or injured, period by period. Columns stand on a calendar, each as wide as the days it covers; what covers part of its period is hatched, open at the top, and cannot be styled to look whole.',
      },
    },
  },
  render: ({ contract, view, theme, lang, highlight, width }) =>
    html`<div style="max-width: ${width}px">
      <sahel-casualties
        .data=${contract}
        view=${ifDefined(view)}
        theme=${theme}
        lang=${lang}
        highlight=${ifDefined(highlight || undefined)}
      ></sahel-casualties>
    </div>`,
  play: async ({ canvasElement, args }) => {
    const chart = canvasElement.querySelector<SahelCasualties>('sahel-casualties')!;
    await waitFor(() => expect(chart.status).toBe('ready'));
    await chart.updateComplete;
    const drawing = chart.shadowRoot!.querySelector('.plot > svg');
    await waitFor(() => expect(chart.shadowRoot!.querySelector('.plot > svg text')).not.toBeNull());
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
  'AFP, 21 November 2025, quoting ACLED: 924 for 2024, and 434 for a year that the figure covers up to 21 November at most. The end is inferred from the date of publication, and Wagner became Africa Corps in June: nothing in the chart compares the two.',
);

export const ArticleInFrench = story(
  article,
  'The same contract in French, in the dark, in a narrow column.',
  {
    lang: 'fr',
    theme: 'dark',
    width: 320,
  },
);

export const PublishedRange = story(
  mali,
  'UCDP 25.1, all deaths in organised violence in Mali. Solid up to the low figure, fading up to the high one, a line at the figure itself; no whiskers. Davies, Pettersson, Sollenberg, Öberg (2025), JPR 62(4).',
  { width: 1200 },
);

export const Highlighted = story(mali, 'One period named by `highlight`; the others are drawn lighter.', {
  highlight: '2022',
});

export const PartialMonth = story(
  monthsPartial,
  'The last month ends where the source’s figures end. Nobody has to say so in the contract: it follows from `source.asOf`.',
);

export const SameDays = story(
  sameDays,
  'The one comparison a partial figure allows: the earlier year’s figure for the same days, as a line on that year’s column.',
);

export const GapInReports = story(
  gapInReports,
  'Not known (2020, 2021), a reported zero (2022), and a year the data leaves out (2023).',
);

export const MinimumOnly = story(
  minimumOnly,
  'Documented minimums: open at the top, “at least” in every sentence.',
);

export const Estimated = story(estimated, 'Estimates with a 95% interval, by quarter.');

export const SeriesBreakBetweenColumns = story(
  breakBetween,
  'Counting rules change between two columns: a labelled gap, and no sentence compares across it.',
);

export const DoubtfulRange = story(
  doubtfulRange,
  'UCDP 25.1 gives Mali 1995 as low 11, best 4, high 17. The numbers are kept, the range is not drawn, the reader is told.',
);

export const FewDays = story(
  fewDays,
  'A year of which three days are covered: narrow as those days are, and labelled.',
);

export const LateStart = story(
  lateStart,
  'A first year counted from 15 April, a last one from February to October.',
);

export const Weeks = story(weeks, 'ISO weeks.');

export const DenseDays = story(
  days,
  'Over 60 rows, or slots under 3 px: one stepped area, unsmoothed, with gaps. The table holds every day, 500 to a page.',
);

export const Cumulative = story(
  cumulativeMonths,
  'Counted from 1 January, one stepped line a year, the newest cut at its last covered day.',
  { view: 'cumulative' },
);

export const Corrected = story(
  corrected,
  'A dated correction, a content note, and the earlier figure in the table.',
);

export const ManyEvents = story(manyEvents, 'More events than labels fit: numbered, with a list below.');

export const LongWords = story(
  longWords,
  'A long title, a word that does not break, and the largest number a contract may hold.',
  { width: 320 },
);

export const AllZero = story(allZero, 'Reported zeros are figures.');

export const AllUnknown = story(allUnknown, 'No figure for any period: gaps, never zeros.');
