import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '#platform';
import { topicsIn } from './markdown/written.ts';

class TopicPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    const name = text.normalize('NFC').toLowerCase();
    if (topicsIn(`#${name}`)[0] !== name) throw notFound();
    return name;
  }
}

/** A topic in the path, in the spelling that is stored. What cannot be a topic names nothing: 404. */
export const TopicParam = (name: string): ParameterDecorator => Param(name, new TopicPipe());
