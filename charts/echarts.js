// What the charts need of ECharts, and nothing else. The page loads this file by itself, after its first view.
// A chart type, component or feature that is not registered here is silently not drawn.
import { use, init } from 'echarts/core';
import { BarChart, LineChart, SankeyChart, ScatterChart, SunburstChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, LineChart, SankeyChart, ScatterChart, SunburstChart,
  GridComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent,
  SVGRenderer,
]);

// The page finds it here: wasm can wait for a script element, while an import of its own would have to be
// part of the first glue.
globalThis.planboardCharts = { init };
