// What the charts need of ECharts, and nothing else. The page imports this file by itself, after its first view.
// A chart type, component or feature that is not registered here is silently not drawn.
import { use, init, registerTheme } from 'echarts/core';
import { LineChart, BarChart, ScatterChart, SankeyChart, SunburstChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, MarkLineComponent, MarkPointComponent, MarkAreaComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([
  LineChart, BarChart, ScatterChart, SankeyChart, SunburstChart,
  GridComponent, TooltipComponent, MarkLineComponent, MarkPointComponent, MarkAreaComponent,
  SVGRenderer,
]);

export { init, registerTheme };
