/** Finds a QR code in a picture. */
export interface CodeReader {
  /** The code's text; undefined when there is none in the picture. */
  read(picture: HTMLVideoElement): Promise<string | undefined>;
}

/** The Shape Detection API, which TypeScript's library does not describe: Chromium on phones and macOS has it. */
interface BarcodeDetector {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<string[]>;
}

const QR = 'qr_code';

/** The browser's reader; undefined where it has none, or no camera may be used. */
export async function readerOf(): Promise<CodeReader | undefined> {
  const Detector = (window as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
  if (!Detector || !('mediaDevices' in navigator)) return undefined;
  const formats = await Detector.getSupportedFormats().catch(() => [] as string[]);
  if (!formats.includes(QR)) return undefined;
  const detector = new Detector({ formats: [QR] });
  return { read: async (picture) => (await detector.detect(picture))[0]?.rawValue };
}
