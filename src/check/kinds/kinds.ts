import { fp0101 } from './fp0101.ts'
import { fp0102 } from './fp0102.ts'
import { fp0103 } from './fp0103.ts'
import { fp0104 } from './fp0104.ts'
import { fp0105 } from './fp0105.ts'
import { fp0106 } from './fp0106.ts'
import { fp0107 } from './fp0107.ts'
import { fp0201 } from './fp0201.ts'
import { fp0202 } from './fp0202.ts'
import { fp0203 } from './fp0203.ts'
import { fp0204 } from './fp0204.ts'
import { fp0205 } from './fp0205.ts'
import { fp0206 } from './fp0206.ts'
import { fp0207 } from './fp0207.ts'
import { fp0208 } from './fp0208.ts'
import { fp0301 } from './fp0301.ts'
import { fp0302 } from './fp0302.ts'
import { fp0303 } from './fp0303.ts'
import { fp0304 } from './fp0304.ts'
import { fp0305 } from './fp0305.ts'
import { fp0306 } from './fp0306.ts'
import { fp0307 } from './fp0307.ts'
import { fp0308 } from './fp0308.ts'
import { fp0309 } from './fp0309.ts'
import { fp0310 } from './fp0310.ts'
import { fp0311 } from './fp0311.ts'
import { fp0312 } from './fp0312.ts'
import { fp0313 } from './fp0313.ts'
import { fp0314 } from './fp0314.ts'
import { fp0315 } from './fp0315.ts'
import { fp0316 } from './fp0316.ts'
import { fp0317 } from './fp0317.ts'
import { fp0318 } from './fp0318.ts'
import { fp0401 } from './fp0401.ts'
import { fp0402 } from './fp0402.ts'
import { fp0403 } from './fp0403.ts'
import { fp0404 } from './fp0404.ts'
import { fp0405 } from './fp0405.ts'
import { fp0406 } from './fp0406.ts'
import { fp0407 } from './fp0407.ts'
import { fp0408 } from './fp0408.ts'
import { fp0409 } from './fp0409.ts'
import { fp0410 } from './fp0410.ts'
import { fp0411 } from './fp0411.ts'
import { fp0412 } from './fp0412.ts'
import { fp0413 } from './fp0413.ts'
import { fp0414 } from './fp0414.ts'
import { fp0415 } from './fp0415.ts'
import { fp0416 } from './fp0416.ts'
import { fp0417 } from './fp0417.ts'
import { fp0418 } from './fp0418.ts'
import { fp0501 } from './fp0501.ts'
import { fp0502 } from './fp0502.ts'
import { fp0503 } from './fp0503.ts'
import { fp0504 } from './fp0504.ts'
import { fp0510 } from './fp0510.ts'
import { fp0601 } from './fp0601.ts'
import { fp0602 } from './fp0602.ts'
import { fp0603 } from './fp0603.ts'
import { fp0604 } from './fp0604.ts'
import { fp0605 } from './fp0605.ts'
import { fp0606 } from './fp0606.ts'
import { fp0607 } from './fp0607.ts'
import { fp0608 } from './fp0608.ts'
import { fp0609 } from './fp0609.ts'
import { fp0610 } from './fp0610.ts'
import { fp0611 } from './fp0611.ts'
import { fp0612 } from './fp0612.ts'
import { fp0613 } from './fp0613.ts'
import { fp0614 } from './fp0614.ts'
import { fp0615 } from './fp0615.ts'
import { fp0701 } from './fp0701.ts'
import { fp0703 } from './fp0703.ts'
import { fp0704 } from './fp0704.ts'
import { fp0705 } from './fp0705.ts'
import { fp0706 } from './fp0706.ts'
import { fp0707 } from './fp0707.ts'
import { fp0708 } from './fp0708.ts'
import { fp0709 } from './fp0709.ts'
import { fp0710 } from './fp0710.ts'
import { fp0711 } from './fp0711.ts'
import { fp0712 } from './fp0712.ts'
import { fp0713 } from './fp0713.ts'
import { fp0714 } from './fp0714.ts'
import { fp0715 } from './fp0715.ts'
import { fp0716 } from './fp0716.ts'
import { fp0717 } from './fp0717.ts'
import { fp0720 } from './fp0720.ts'
import { fp0721 } from './fp0721.ts'
import { fp0722 } from './fp0722.ts'
import { fp0723 } from './fp0723.ts'
import { fp0724 } from './fp0724.ts'
import { fp0725 } from './fp0725.ts'
import { fp0726 } from './fp0726.ts'
import { fp0727 } from './fp0727.ts'
import { fp0730 } from './fp0730.ts'
import { fp0740 } from './fp0740.ts'
import { fp0741 } from './fp0741.ts'
import { fp0742 } from './fp0742.ts'
import { fp0743 } from './fp0743.ts'
import { fp0744 } from './fp0744.ts'
import { fp0750 } from './fp0750.ts'
import { fp0751 } from './fp0751.ts'
import { fp0801 } from './fp0801.ts'
import { fp0802 } from './fp0802.ts'
import { fp0803 } from './fp0803.ts'
import { fp0804 } from './fp0804.ts'
import { fp0805 } from './fp0805.ts'
import { fp0806 } from './fp0806.ts'
import { fp0807 } from './fp0807.ts'
import { fp0808 } from './fp0808.ts'
import { fp0809 } from './fp0809.ts'
import { fp0810 } from './fp0810.ts'
import { fp0811 } from './fp0811.ts'
import { fp0812 } from './fp0812.ts'
import { fp0813 } from './fp0813.ts'
import { fp0814 } from './fp0814.ts'
import { fp0815 } from './fp0815.ts'
import { fp0816 } from './fp0816.ts'
import { fp0817 } from './fp0817.ts'
import { fp0818 } from './fp0818.ts'
import { fp0819 } from './fp0819.ts'
import { fp0820 } from './fp0820.ts'
import { fp0821 } from './fp0821.ts'
import { fp0822 } from './fp0822.ts'
import { fp0823 } from './fp0823.ts'
import { fp0824 } from './fp0824.ts'
import { fp0825 } from './fp0825.ts'
import { fp0826 } from './fp0826.ts'
import { fp0827 } from './fp0827.ts'
import { fp0901 } from './fp0901.ts'
import { fp0902 } from './fp0902.ts'
import { fp0903 } from './fp0903.ts'
import { fp1001 } from './fp1001.ts'
import { fp1002 } from './fp1002.ts'
import type { Kind } from './kind.ts'

/** All kinds of problem, in the order of their codes. */
export const KINDS: readonly Kind[] = [
  fp0101,
  fp0102,
  fp0103,
  fp0104,
  fp0105,
  fp0106,
  fp0107,
  fp0201,
  fp0202,
  fp0203,
  fp0204,
  fp0205,
  fp0206,
  fp0207,
  fp0208,
  fp0301,
  fp0302,
  fp0303,
  fp0304,
  fp0305,
  fp0306,
  fp0307,
  fp0308,
  fp0309,
  fp0310,
  fp0311,
  fp0312,
  fp0313,
  fp0314,
  fp0315,
  fp0316,
  fp0317,
  fp0318,
  fp0401,
  fp0402,
  fp0403,
  fp0404,
  fp0405,
  fp0406,
  fp0407,
  fp0408,
  fp0409,
  fp0410,
  fp0411,
  fp0412,
  fp0413,
  fp0414,
  fp0415,
  fp0416,
  fp0417,
  fp0418,
  fp0501,
  fp0502,
  fp0503,
  fp0504,
  fp0510,
  fp0601,
  fp0602,
  fp0603,
  fp0604,
  fp0605,
  fp0606,
  fp0607,
  fp0608,
  fp0609,
  fp0610,
  fp0611,
  fp0612,
  fp0613,
  fp0614,
  fp0615,
  fp0701,
  fp0703,
  fp0704,
  fp0705,
  fp0706,
  fp0707,
  fp0708,
  fp0709,
  fp0710,
  fp0711,
  fp0712,
  fp0713,
  fp0714,
  fp0715,
  fp0716,
  fp0717,
  fp0720,
  fp0721,
  fp0722,
  fp0723,
  fp0724,
  fp0725,
  fp0726,
  fp0727,
  fp0730,
  fp0740,
  fp0741,
  fp0742,
  fp0743,
  fp0744,
  fp0750,
  fp0751,
  fp0801,
  fp0802,
  fp0803,
  fp0804,
  fp0805,
  fp0806,
  fp0807,
  fp0808,
  fp0809,
  fp0810,
  fp0811,
  fp0812,
  fp0813,
  fp0814,
  fp0815,
  fp0816,
  fp0817,
  fp0818,
  fp0819,
  fp0820,
  fp0821,
  fp0822,
  fp0823,
  fp0824,
  fp0825,
  fp0826,
  fp0827,
  fp0901,
  fp0902,
  fp0903,
  fp1001,
  fp1002,
]
