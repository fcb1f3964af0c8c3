//! Photographs of codes on a screen, as a camera takes them: tilted, blurred, badly lit, with the grid of the display
//! in them. For tests.

use crate::link::qr::Code;

/// How a code is photographed.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// Pixels of the photograph for a module, in the middle of the code.
    pub pitch: f32,
    /// Degrees by which the screen is turned away about its upright axis.
    pub yaw: f32,
    /// Degrees by which the screen leans back.
    pub lean: f32,
    /// Degrees by which the camera is turned.
    pub roll: f32,
    /// Standard deviation of the blur, in pixels of the photograph.
    pub blur: f32,
    /// Standard deviation of the noise, of 255.
    pub noise: f32,
    /// How much darker one corner is than the opposite one, 0 to 1.
    pub shade: f32,
    /// Pixels of the display for a module; 0 for paper, which has none. Between them it is darker, which makes moiré.
    pub display: f32,
    /// Brightness around the code's own margin, of 255: a page in dark mode is about 25.
    pub surround: f32,
    /// Light on dark, as some programs draw codes.
    pub is_inverted: bool,
}

/// A phone held straight before a good screen.
pub const STRAIGHT: Shot = Shot {
    pitch: 5.0,
    yaw: 0.0,
    lean: 0.0,
    roll: 0.0,
    blur: 0.6,
    noise: 3.0,
    shade: 0.1,
    display: 3.0,
    surround: 245.0,
    is_inverted: false,
};

/// A picture in grey, line by line.
#[derive(Clone, Debug)]
pub struct Picture {
    pub luma: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// From the middle of the code to the camera, in widths of the code.
const DISTANCE: f32 = 1.6;
/// Points along each edge of a pixel at which light falls in.
const POINTS: usize = 3;

impl Shot {
    /// The photograph; the code fills all but a margin of it.
    pub fn of(&self, code: &Code) -> Picture {
        let side = code.side() as f32;
        let length = (side * self.pitch * 1.45).ceil() as usize;
        let warp = Warp::new(self, side, length as f32);
        let mut light = vec![0.0; length * length];
        for (at, light) in light.iter_mut().enumerate() {
            let (x, y) = ((at % length) as f32, (at / length) as f32);
            let mut sum = 0.0;
            for point in 0..POINTS * POINTS {
                let step = |number: usize| (number as f32 + 0.5) / POINTS as f32;
                let (u, v) = warp.back(x + step(point % POINTS), y + step(point / POINTS));
                sum += self.shine(code, u, v);
            }
            let along = (x + y) / (2.0 * length as f32);
            *light = sum / (POINTS * POINTS) as f32 * (1.0 - self.shade * along);
        }
        let mut chance = Chance(0x9e37_79b9 ^ length as u32);
        let luma = blurred(light, length, self.blur).into_iter();
        let luma = luma.map(|light| (light + self.noise * chance.normal()).clamp(0.0, 255.0) as u8).collect();
        Picture { luma, width: length as u32, height: length as u32 }
    }

    /// Brightness of a point of the screen, in modules from the corner of the quiet zone.
    fn shine(&self, code: &Code, u: f32, v: f32) -> f32 {
        let side = code.side() as f32;
        let is_inside = u >= 0.0 && v >= 0.0 && u < side && v < side;
        let light = match is_inside {
            false => self.surround,
            true if code.is_dark(u as usize, v as usize) != self.is_inverted => 22.0,
            true => 238.0,
        };
        if self.display == 0.0 {
            return light;
        }
        let gap = |at: f32| {
            let within = (at * self.display).rem_euclid(1.0);
            if within < 0.2 { 0.55 } else { 1.0 }
        };
        light * gap(u) * gap(v)
    }
}

/// From the photograph back to the screen, through a camera without any lens.
struct Warp {
    right: [f32; 3],
    down: [f32; 3],
    middle: f32,
    half: f32,
    focal: f32,
    distance: f32,
}

impl Warp {
    fn new(shot: &Shot, side: f32, length: f32) -> Self {
        let [yaw, lean, roll] = [shot.yaw, shot.lean, shot.roll].map(f32::to_radians);
        // The screen's two axes after yaw, lean and roll, in that order.
        let turned = |[x, y, z]: [f32; 3]| {
            let (x, z) = (x * yaw.cos() + z * yaw.sin(), z * yaw.cos() - x * yaw.sin());
            let (y, z) = (y * lean.cos() - z * lean.sin(), z * lean.cos() + y * lean.sin());
            [x * roll.cos() - y * roll.sin(), y * roll.cos() + x * roll.sin(), z]
        };
        let distance = DISTANCE * side;
        Self {
            right: turned([1.0, 0.0, 0.0]),
            down: turned([0.0, 1.0, 0.0]),
            middle: length / 2.0,
            half: side / 2.0,
            focal: shot.pitch * distance,
            distance,
        }
    }

    /// The point of the screen that is seen at a point of the photograph.
    fn back(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = ((x - self.middle) / self.focal, (y - self.middle) / self.focal);
        let ([rx, ry, rz], [dx, dy, dz]) = (self.right, self.down);
        // Solves  a·right + b·down + (0, 0, distance) = depth·(x, y, 1)  for a and b.
        let (a1, b1, a2, b2) = (rx - x * rz, dx - x * dz, ry - y * rz, dy - y * dz);
        let (c1, c2) = (x * self.distance, y * self.distance);
        let determinant = a1 * b2 - a2 * b1;
        let (a, b) = ((c1 * b2 - c2 * b1) / determinant, (a1 * c2 - a2 * c1) / determinant);
        (a + self.half, b + self.half)
    }
}

/// Blurred as a Gaussian would, one axis after the other.
fn blurred(light: Vec<f32>, length: usize, deviation: f32) -> Vec<f32> {
    if deviation == 0.0 {
        return light;
    }
    let reach = (deviation * 3.0).ceil() as isize;
    let weights: Vec<f32> =
        (-reach..=reach).map(|at| (-(at * at) as f32 / (2.0 * deviation * deviation)).exp()).collect();
    let whole: f32 = weights.iter().sum();
    let pass = |from: &[f32], across: bool| -> Vec<f32> {
        let at = |x: isize, y: isize| {
            let last = length as isize - 1;
            from[y.clamp(0, last) as usize * length + x.clamp(0, last) as usize]
        };
        (0..length * length)
            .map(|place| {
                let (x, y) = ((place % length) as isize, (place / length) as isize);
                let near = (-reach..=reach)
                    .map(|step| if across { at(x + step, y) } else { at(x, y + step) })
                    .zip(&weights);
                near.map(|(light, weight)| light * weight).sum::<f32>() / whole
            })
            .collect()
    };
    pass(&pass(&light, true), false)
}

/// Chance that is the same in every run.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / (1 << 24) as f32
    }

    /// About normal, with a standard deviation of 1.
    fn normal(&mut self) -> f32 {
        (0..12).map(|_| self.next()).sum::<f32>() - 6.0
    }
}
