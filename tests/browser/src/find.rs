//! Finding things as a person does, by role and name, and pressing them with a real mouse or finger.

use crate::page::{Page, text};
use crate::wait::until;
use serde_json::{Value, json};

/// Something on the page that assistive technology can find.
#[derive(Clone, Debug)]
pub struct Found {
    pub role: String,
    pub name: String,
    node: u64,
    /// Further properties: `focused`, `checked`, `expanded` …
    properties: Value,
}

impl Found {
    /// A property of the accessibility tree, such as `checked`.
    pub fn property(&self, name: &str) -> Value {
        let all = self.properties.as_array().into_iter().flatten();
        all.filter(|one| one["name"] == name)
            .map(|one| one["value"]["value"].clone())
            .next()
            .unwrap_or(Value::Null)
    }
}

impl Page {
    /// Everything with a role, in the order of the document; with a name where one is given.
    pub fn all(&self, role: &str, name: Option<&str>) -> Vec<Found> {
        self.try_all(role, name).unwrap_or_default()
    }

    fn try_all(&self, role: &str, name: Option<&str>) -> Result<Vec<Found>, String> {
        let document = self.ask("Runtime.evaluate", json!({ "expression": "document" }))?;
        let mut query = json!({ "objectId": document["result"]["objectId"], "role": role });
        if let Some(name) = name {
            query["accessibleName"] = name.into();
        }
        let answer = self.ask("Accessibility.queryAXTree", query)?;
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        let found = nodes.into_iter().filter(|node| node["ignored"] != true).filter_map(|node| {
            Some(Found {
                role: text(&node["role"]["value"]),
                name: text(&node["name"]["value"]),
                node: node["backendDOMNodeId"].as_u64()?,
                properties: node["properties"].clone(),
            })
        });
        Ok(found.collect())
    }

    /// Waits for something with a role and name.
    pub fn find(&self, role: &str, name: &str) -> Found {
        until(&format!("{role} “{name}”"), || {
            self.try_all(role, Some(name))?.into_iter().next().ok_or_else(|| self.others(role))
        })
    }

    fn others(&self, role: &str) -> String {
        let names: Vec<String> = self.all(role, None).into_iter().map(|other| other.name).collect();
        format!("at {}, the names of what is a {role}: {names:?}", self.address())
    }

    /// Presses what has a role and name: with the mouse, or with a finger where the look has one. If there are several
    /// (a navigation at the top and one at the bottom), the first that can be pressed.
    pub fn press(&self, role: &str, name: &str) -> &Self {
        let what = format!("{role} “{name}”");
        let (x, y) = until(&format!("{what} to be pressed"), || {
            let found = self.try_all(role, Some(name))?;
            let mut reason = self.others(role);
            for one in found {
                match self.place(&one) {
                    Ok(place) => return Ok(place),
                    Err(covered) => reason = covered,
                }
            }
            Err(reason)
        });
        self.press_at(x, y)
    }

    /// Presses something that was found.
    pub fn press_found(&self, found: &Found) -> &Self {
        let (x, y) =
            until(&format!("{} “{}” to be pressed", found.role, found.name), || self.place(found));
        self.press_at(x, y)
    }

    /// Presses a point of the window.
    pub fn press_at(&self, x: f64, y: f64) -> &Self {
        if self.look.has_touch {
            let touch = |kind: &str, points: Value| {
                self.call("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
            };
            touch("touchStart", json!([{ "x": x, "y": y }]));
            touch("touchEnd", json!([]));
        } else {
            self.point_at(x, y);
            for kind in ["mousePressed", "mouseReleased"] {
                let button = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
                self.call("Input.dispatchMouseEvent", button);
            }
        }
        self
    }

    /// Moves the mouse to a point of the window.
    pub fn point_at(&self, x: f64, y: f64) -> &Self {
        self.call("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y }));
        self
    }

    /// A point of the window at which the thing itself would be pressed, and nothing that lies over it.
    fn place(&self, found: &Found) -> Result<(f64, f64), String> {
        self.ask("DOM.scrollIntoViewIfNeeded", json!({ "backendNodeId": found.node }))?;
        let quads = self.ask("DOM.getContentQuads", json!({ "backendNodeId": found.node }))?;
        let corners: Vec<f64> =
            quads["quads"][0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let [x1, y1, _, _, x2, y2, ..] = corners[..] else {
            return Err("it has no place on the screen".into());
        };
        let (x, y) = ((x1 + x2) / 2.0, (y1 + y2) / 2.0);
        let over = self.call_on(
            found,
            "function (x, y) {
                const over = document.elementFromPoint(x, y);
                // A field is pressed by its label as well.
                const is_it = over && (over === this || this.contains(over) || over.closest('label')?.control === this
                    || (this.nodeType !== 1 && over.contains(this)));
                return is_it ? '' : 'over it lies ' + (over ? over.outerHTML.slice(0, 120) : 'nothing');
            }",
            json!([{ "value": x }, { "value": y }]),
        )?;
        match over.as_str() {
            Some("") => Ok((x, y)),
            _ => Err(text(&over)),
        }
    }

    /// The value of a JavaScript function called on something that was found.
    pub fn call_on(&self, found: &Found, function: &str, arguments: Value) -> Result<Value, String> {
        let node = self.ask("DOM.resolveNode", json!({ "backendNodeId": found.node }))?;
        let call = json!({
            "objectId": node["object"]["objectId"],
            "functionDeclaration": function,
            "arguments": arguments,
            "returnByValue": true,
        });
        let mut answer = self.ask("Runtime.callFunctionOn", call)?;
        Ok(answer["result"]["value"].take())
    }

    /// Waits until something with a role and name is gone.
    pub fn wait_until_gone(&self, role: &str, name: &str) -> &Self {
        until(&format!("{role} “{name}” to be gone"), || {
            match self.try_all(role, Some(name))?.is_empty() {
                true => Ok(()),
                false => Err("it is still there".into()),
            }
        });
        self
    }
}
