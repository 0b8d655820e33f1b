/** Hands out the least urgent number first: a binary heap. */
export class UrgencyQueue<Item extends { readonly urgency: number }> {
  private readonly heap: Item[] = [];

  get length(): number {
    return this.heap.length;
  }

  add(item: Item): void {
    const { heap } = this;
    heap.push(item);
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (heap[parent].urgency <= heap[i].urgency) return;
      [heap[parent], heap[i]] = [heap[i], heap[parent]];
      i = parent;
    }
  }

  /** The item of the smallest number; undefined when empty. */
  take(): Item | undefined {
    const { heap } = this;
    const least = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return least;
    heap[0] = last;
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      let smallest = i;
      if (left < heap.length && heap[left].urgency < heap[smallest].urgency) smallest = left;
      if (left + 1 < heap.length && heap[left + 1].urgency < heap[smallest].urgency) smallest = left + 1;
      if (smallest === i) return least;
      [heap[i], heap[smallest]] = [heap[smallest], heap[i]];
      i = smallest;
    }
  }
}
