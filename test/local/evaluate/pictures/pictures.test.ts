import { describe, expect, it } from 'vitest';
import { amountText, amountTicks } from '../../../../local/evaluate/pictures/amounts.ts';
import { forecastFan } from '../../../../local/evaluate/pictures/forecast-fan.ts';
import { reliabilityDiagram } from '../../../../local/evaluate/pictures/reliability-diagram.ts';
import { element, label, picture } from '../../../../local/evaluate/pictures/svg.ts';
import type { DueForecast } from '../../../../local/evaluate/summary.ts';

const DAY = 86_400_000;

const rows = Array.from({ length: 100 }, (_, i) => ({
  dealId: `deal-${i}`,
  forecast: i / 100,
  outcome: i % 10 < i / 10 ? (1 as const) : (0 as const),
}));

const aForecast = (overrides: Partial<DueForecast> = {}): DueForecast => ({
  landmark: Date.UTC(2026, 2, 2),
  part: 'total',
  mean: 95e3,
  p10: 80e3,
  p50: 94e3,
  p90: 110e3,
  actual: 120e3,
  ...overrides,
});

const count = (svg: string, pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

describe('reliabilityDiagram', () => {
  it('has a point and a Wilson bar for each of ten bins, at what was said and seen', () => {
    const svg = reliabilityDiagram(rows, 30);

    expect(count(svg, /<circle /g)).toBe(10);
    expect(count(svg, /stroke-width="2"/g)).toBe(10);
    // The first bin said .045 on average and saw none of ten: the left end of the plot is at 80, its bottom at 476.
    expect(svg).toContain('<circle cx="98" cy="476"');
    // Wilson's upper limit for 0 of 10 is .2775.
    expect(svg).toContain('y2="365"');
  });

  it('says all of it in words for who cannot see it', () => {
    const svg = reliabilityDiagram(rows, 30);

    expect(svg).toContain('role="img" aria-labelledby="reliability-title reliability-description"');
    expect(svg).toContain('<title id="reliability-title">Won within 30 days: said and seen</title>');
    expect(svg).toMatch(/<desc id="reliability-description">[^<]*said 5 %, seen 0 % \(0 % to 28 %, 10 rows\)/);
  });

  it('says "insufficient" where nothing has come due', () => {
    expect(reliabilityDiagram([], 30)).toContain('>Insufficient: no forecast has come due.</text>');
  });
});

describe('forecastFan', () => {
  const weeks = [0, 7, 14].map((days) => aForecast({ landmark: Date.UTC(2026, 2, 2) + days * DAY }));

  it('has the interval of each landmark, and a mark where the horizon has passed', () => {
    const svg = forecastFan([...weeks, aForecast({ landmark: Date.UTC(2026, 2, 23), actual: null })], 30);

    expect(count(svg, /stroke-width="3"/g)).toBe(4 + 1); // one in the legend
    expect(count(svg, /stroke="#fff"/g)).toBe(3 + 1);
    expect(svg).toContain('2026-03-02 said 94 k (80 k to 110 k), seen 120 k; ');
    expect(svg).toContain('2026-03-23 said 94 k (80 k to 110 k), not due.');
  });

  it('keeps what is drawn inside the picture, a seen amount above the interval and a lone landmark too', () => {
    for (const forecasts of [weeks, weeks.slice(0, 1)]) {
      const places = [...forecastFan(forecasts, 30).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
      expect(places.length).toBeGreaterThan(5);
      for (const [, x, y] of places) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(760);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(92 + 296);
      }
    }
  });

  it('leaves dates out rather than printing them over each other', () => {
    const days = Array.from({ length: 60 }, (_, day) => aForecast({ landmark: Date.UTC(2026, 2, 2) + day * DAY }));

    expect(count(forecastFan(days, 30), />2026-/g)).toBeLessThanOrEqual(8);
  });

  it('says "insufficient" without a forecast', () => {
    expect(forecastFan([], 30)).toContain('>Insufficient: no amounts');
  });
});

describe('amounts', () => {
  it('step by round numbers to at least the highest', () => {
    expect(amountTicks(120e3)).toEqual([0, 50e3, 100e3, 150e3]);
    expect(amountTicks(0)).toEqual([0, 1]);
  });

  it('are told in the unit of the axis', () => {
    expect([amountText(6.5e6, 8e6), amountText(500e3, 8e6), amountText(0, 8e6), amountText(12, 40)]).toEqual([
      '6.5 M',
      '0.5 M',
      '0',
      '12',
    ]);
  });
});

describe('picture', () => {
  it('takes no text for markup', () => {
    const frame = { id: 'x', title: '<b> & "c"', description: 'a < b', width: 10, height: 10 };

    const svg = picture(frame, [label('</svg><script>', { x: 1, y: 2 }), element('g', { id: '"><script>' })]);

    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;b&gt; &amp; &quot;c&quot;');
  });
});
