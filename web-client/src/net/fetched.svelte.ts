import { Problem } from './http';

/** Something fetched when it is asked for, and what to say meanwhile or instead. */
export class Fetched<T> {
  value = $state.raw<T | undefined>(undefined);
  refusal = $state('');
  loading = $state(false);

  constructor(private readonly load: () => Promise<T>) {}

  /** Fetches anew; what is here stays until the answer has come. */
  async fetch(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    try {
      this.value = await this.load();
      this.refusal = '';
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure.message;
    } finally {
      this.loading = false;
    }
  }
}
