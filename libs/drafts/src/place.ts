import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '#platform';

const PLACE = /^(?:community|thread|edit)-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

class PlacePipe implements PipeTransform<string, string> {
  transform(place: string): string {
    if (!PLACE.test(place)) throw notFound();
    return place;
  }
}

/** Where something is being written, in the path. What has not the form of a place is none: 404. */
export const PlaceParam = (name: string): ParameterDecorator => Param(name, new PlacePipe());
