const HIGHEST = 256;
const WIDEST = 1024;

/** A logo as points, small, with what is clear left clear. Drawings (SVG) become points here, before they are sent. */
export async function logoPicture(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // A drawing may say no size of its own.
    const [width, height] = [image.naturalWidth || HIGHEST, image.naturalHeight || HIGHEST];
    const scale = Math.min(HIGHEST / height, WIDEST / width, file.type === 'image/svg+xml' ? 100 : 1);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
