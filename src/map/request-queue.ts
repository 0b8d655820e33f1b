/** Lets a few requests run at once and the others wait; a waiting one that is aborted never starts. */
export class RequestQueue {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly mostAtOnce: number) {}

  /** Runs `start` in its turn. Rejects with an AbortError once `signal` aborts, whether it has begun or not. */
  run<T>(start: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        const at = this.waiting.indexOf(begin);
        if (at >= 0) this.waiting.splice(at, 1);
        reject(new DOMException('The tile is no longer wanted.', 'AbortError'));
      };
      const begin = (): void => {
        this.running++;
        start()
          .then(resolve, reject)
          .finally(() => {
            signal.removeEventListener('abort', abort);
            this.running--;
            this.waiting.shift()?.();
          });
      };
      if (signal.aborted) return abort();
      signal.addEventListener('abort', abort);
      if (this.running < this.mostAtOnce) begin();
      else this.waiting.push(begin);
    });
  }
}
