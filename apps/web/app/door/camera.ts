import { type RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { codeIn } from './door-codes';

const PAUSE_MS = 120;
/** Codes are read in a picture of about this width: larger ones take longer and say no more. */
const WIDTH = 640;

/** `off`: the device has no camera, or it may not be used. */
export type CameraState = 'starting' | 'on' | 'off';

const frameOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined => {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, WIDTH / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** Looks through the camera while it is shown, and tells every code that it sees, again as long as it is held up. */
export const useCamera = (video: RefObject<HTMLVideoElement | null>, onCode: (text: string) => void): CameraState => {
  const [state, setState] = useState<CameraState>('starting');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isOver = false;
    const canvas = document.createElement('canvas');
    const look = (): void => {
      if (isOver) return;
      const frame = video.current && frameOf(video.current, canvas);
      const text = frame && codeIn(frame);
      if (text) onCode(text);
      setTimeout(look, PAUSE_MS);
    };
    const start = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (isOver) return stop();
      video.current!.srcObject = stream;
      await video.current!.play();
      setState('on');
      look();
    };
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => setState('off'));
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return state;
};
