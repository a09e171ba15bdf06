import type {
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classes, shortSize } from './sizes.ts';

export function Statistics({ children }: StatisticsProps) {
  return <div className="statistics">{children}</div>;
}

export function StatisticsItem({ label, number, children }: StatisticsItemProps) {
  return (
    <div className="statistics-item">
      <div className="statistics-label">{label}</div>
      <div className="statistics-number">{number}</div>
      {children}
    </div>
  );
}

export function StatisticsTrend({ value, direction, color }: StatisticsTrendProps) {
  const isUp = direction === 'increase';
  return (
    <div className={`trend trend-${color ?? (isUp ? 'green' : 'red')}`}>
      <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
      <span className="visually-hidden">{isUp ? 'Increase' : 'Decrease'} </span> {value}
    </div>
  );
}

export function ProgressBar({ value = 0, maxValue, valueMax, title, variant = 'success', ...rest }: ProgressBarProps) {
  const titleId = useId();
  const max = maxValue ?? valueMax ?? 100;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const description =
    rest.valueDescription ?? (rest.showPercentage === true ? `${Math.round(share * 100)}%` : undefined);
  const name =
    rest['aria-label'] !== undefined
      ? { 'aria-label': rest['aria-label'] }
      : title !== undefined
        ? { 'aria-labelledby': titleId }
        : {};
  return (
    <div className="progress">
      {(title !== undefined || description !== undefined) && (
        <div className="progress-head">
          <span id={titleId}>{title}</span>
          <span>{description}</span>
        </div>
      )}
      <div
        className="progress-track"
        role="progressbar"
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        {...(description !== undefined && { 'aria-valuetext': description })}
        {...name}
      >
        <div className={`progress-fill progress-${variant}`} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

export function ScoreCircle({ score }: ScoreProps) {
  const tone = score >= 67 ? 'success' : score >= 34 ? 'warning' : 'danger';
  return (
    <div className={`score score-${tone}`} role="img" aria-label={`Score ${score} of 100`}>
      {score}
    </div>
  );
}

export function StepIndicator({
  stepNames,
  currentStep = 0,
  direction = 'horizontal',
  variant = 'default',
  circleSize = 'sm',
  onClick,
}: StepIndicatorProps) {
  return (
    <ol className={`steps steps-${direction} steps-${variant} steps-${shortSize(circleSize)}`}>
      {stepNames.map((name, step) => {
        const state = step < currentStep ? 'done' : step === currentStep ? 'current' : 'ahead';
        const hasTitle = variant === 'default' || state === 'current';
        const label = <span className={classes(!hasTitle && 'visually-hidden')}>{name}</span>;
        return (
          <li
            key={`${step} ${name}`}
            className={`step step-${state}`}
            {...(state === 'current' && { 'aria-current': 'step' })}
          >
            <span aria-hidden="true" className="step-circle" />
            {onClick === undefined ? (
              label
            ) : (
              <button type="button" className="link" onClick={() => onClick(step)}>
                {label}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
