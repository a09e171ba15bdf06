const CHARACTER_PX = 6.6;
const LINES_MAX = 3;

interface TickProps {
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: string | number };
  readonly widthPx: number;
}

/** A label of the x axis in as many lines as its place allows: names of stages are long, and none may vanish. */
export function StageTick({ x = 0, y = 0, payload, widthPx }: TickProps) {
  const lines = linesOf(String(payload?.value ?? ''), Math.max(5, Math.floor(widthPx / CHARACTER_PX)));
  return (
    <text x={x} y={y + 12} textAnchor="middle" fontSize={12} fill="#516f90">
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} dy={index === 0 ? 0 : 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Words on lines of at most so many characters; what does not fit ends in an ellipsis. */
function linesOf(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = (line: string) => (line.length > characters ? `${line.slice(0, characters - 1)}…` : line);
  if (lines.length <= LINES_MAX) return lines.map(cut);
  return [...lines.slice(0, LINES_MAX - 1), `${lines[LINES_MAX - 1] ?? ''}…`].map(cut);
}
