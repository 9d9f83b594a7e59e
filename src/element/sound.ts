import { times } from '../data/times.js';
import type { Tone } from '../charts/chart.js';

/** Two octaves of a plain tone: the lowest stands for 0, the highest for the greatest figure. Hz. */
const LOWEST = 220;
const OCTAVES = 2;
/** How loud, how long a tone at most and a row of tones in all, s. */
const LOUD = 0.12;
const LONGEST = 0.35;
const TOTAL = 14;
/** More tones than that cannot be told apart; of neighbours the greatest is heard. */
const MOST = 400;

/**
 * Plays figures one after the other: the greater, the higher. What is not known is silent, a partial period sounds twice in
 * short. Never a tune: every tone comes from one figure. This file is fetched on the first click of Play.
 *
 * @param onTone - Called as a tone is heard, with the index of its mark.
 * @returns when all is played or `signal` is aborted.
 */
export async function playTones(
  tones: readonly Tone[],
  signal: AbortSignal,
  onTone: (mark: number) => void,
): Promise<void> {
  const step = Math.ceil(tones.length / MOST);
  const heard = times(Math.ceil(tones.length / step), (i) =>
    tones
      .slice(i * step, (i + 1) * step)
      .reduce((best, tone) => ((tone.value ?? -1) > (best.value ?? -1) ? tone : best)),
  );
  const greatest = heard.reduce((most, { value }) => Math.max(most, value ?? 0), 0) || 1;
  const length = Math.min(LONGEST, TOTAL / heard.length);
  const context = new AudioContext();
  signal.addEventListener('abort', () => void context.close().catch(() => undefined), { once: true });
  const start = context.currentTime + 0.05;
  heard.forEach(({ value, isPartial }, i) => {
    if (value === null) return;
    const pitch = LOWEST * 2 ** (OCTAVES * (value / greatest));
    const pulses = isPartial ? 2 : 1;
    for (let pulse = 0; pulse < pulses; pulse++)
      sound(context, pitch, start + (i + pulse / pulses) * length, (length / pulses) * 0.8);
  });
  for (let i = 0; i < heard.length && !signal.aborted; i++) {
    onTone(heard[i]!.mark);
    await wait(length * 1000, signal);
  }
  if (!signal.aborted) await context.close();
}

/** One tone that begins and ends softly. */
function sound(context: AudioContext, pitch: number, at: number, length: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const soft = Math.min(0.02, length / 4);
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + soft);
  volume.gain.setValueAtTime(LOUD, at + length - soft);
  volume.gain.linearRampToValueAtTime(0, at + length);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
