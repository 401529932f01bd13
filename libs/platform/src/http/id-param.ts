import { Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from './problem.ts';

class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw notFound();
    return id.toLowerCase();
  }
}

/** An id in the path. What is no id names nothing: 404, like an id of nothing. */
export const IdParam = (name: string): ParameterDecorator => Param(name, new IdPipe());
