import { firefox } from './firefox.mjs';
import { journeys } from './journeys.mjs';

journeys(firefox);
