import { type Theme, THEMES } from '../drawing/theme.js';

/** The colours a chart is shown in, as plain values for a file; a colour that a file cannot carry is the light theme's. */
export function shownTheme(chart: Element | null): Theme {
  if (!chart) return THEMES.light;
  const probe = document.createElement('i');
  chart.append(probe);
  const theme: Record<keyof Theme, string> = { ...THEMES.light };
  for (const role of Object.keys(theme) as (keyof Theme)[]) {
    probe.style.color = `var(--_${role})`;
    const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(probe).color);
    if (channels)
      theme[role] = `#${channels
        .slice(1)
        .map((channel) => Number(channel).toString(16).padStart(2, '0'))
        .join('')}`;
  }
  probe.remove();
  return theme;
}
