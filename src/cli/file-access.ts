/** A file of this machine as bytes that can be read from any place on. It is opened for each reading, so nothing has to be closed. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { RandomAccess } from '../sources/random-access.ts';
import { reasonOf, Stop } from './terminal.ts';

/** Throws `Stop` where there is no such file, and its readings do where it cannot be read any more. */
export async function fileAccess(path: string): Promise<RandomAccess> {
  const { size } = await opened(path, async (file) => {
    const about = await file.stat();
    if (about.isDirectory()) throw new Stop(`${path} is a folder. Give the files in it.`);
    return about;
  });
  return {
    size,
    read: async (offset, length) => await opened(path, async (file) => await readAt(file, offset, length)),
    stream: (offset, length) => stream(path, offset, length),
  };
}

async function opened<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    await using file = await open(path);
    return await use(file);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

async function* stream(path: string, offset: number, length: number): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { start: offset, end: offset + length - 1 })) yield chunk;
  } catch (error) {
    throw cannotRead(path, error);
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function cannotRead(path: string, error: unknown): Stop {
  return error instanceof Stop ? error : new Stop(`${path} cannot be read (${reasonOf(error)}).`);
}
