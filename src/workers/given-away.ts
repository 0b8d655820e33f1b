import { transfer } from 'comlink';

/** The value for a message to the worker or from it; its buffers go with it instead of being copied, and are lost here. */
export function givenAway<Value>(value: Value, buffers: Transferable[]): Value {
  return transfer(value, buffers);
}
