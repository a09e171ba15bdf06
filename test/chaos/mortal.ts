/** How long a process lives: so many steps at its ports, one before and one after each call. */
export interface Life {
  /** Throws at the last step, and from then on: a dead process reaches nothing. */
  step(): void;
}

class Killed extends Error {
  override readonly name = 'Killed';
}

export const immortal = (): Life => ({ step: () => {} });

export function lifeOf(steps: number): Life & { readonly isOver: () => boolean } {
  let left = steps;
  return {
    step() {
      left -= 1;
      if (left <= 0) throw new Killed();
    },
    isOver: () => left <= 0,
  };
}

/** A port through which a process dies when its time has come: before a call had its effect, or after it, unseen. */
export function mortal<T extends object>(port: T, life: Life): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        life.step();
        const answer: unknown = await Reflect.apply(member, target, args);
        life.step();
        return answer;
      };
    },
  });
}
