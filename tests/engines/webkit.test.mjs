import { webkit } from './webkit.mjs';
import { journeys } from './journeys.mjs';

journeys(webkit);
