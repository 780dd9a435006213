import type { Attachment } from 'svelte/attachments';

/** An element's inner size in CSS pixels, reactive: `{@attach size.follow}`. */
export class Size {
  width = $state(0);
  height = $state(0);

  readonly follow: Attachment<HTMLElement> = (element) => {
    const measure = (): void => {
      this.width = element.clientWidth;
      this.height = element.clientHeight;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  };
}
