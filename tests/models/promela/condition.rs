//! What a condition asks of a model's variables.

use amends::customer::{Feeling, Variable};
use amends::scenario::{Condition, PromiseId};

use super::{Writer, taken, variable};

impl Writer<'_> {
    pub(super) fn read(&self, variable: Variable) -> Result<String, String> {
        let value = |index: usize| {
            let value = &self.values[index];
            if value.moved { value.name.to_owned() } else { format!("({})", value.start) }
        };
        let weighed = |[outcome, treatment, process]: [i32; 3]| {
            format!("(500 + FLOOR({outcome}*{} + {treatment}*{} + {process}*{}, 2000))", value(3), value(4), value(5))
        };
        match variable {
            Variable::Trust => Ok(value(0)),
            Variable::Calm => Ok(value(1)),
            Variable::Effort => Ok(value(2)),
            Variable::Outcome => Ok(value(3)),
            Variable::Treatment => Ok(value(4)),
            Variable::Process => Ok(value(5)),
            Variable::Satisfaction => Ok(weighed([500, 320, 180])),
            Variable::Relationship => Ok(weighed([370, 410, 220])),
            Variable::Returning | Variable::Anger => Err(format!("{variable:?} is not modelled")),
        }
    }

    pub(super) fn condition(&self, condition: &Condition) -> Result<String, String> {
        let of_promise = |promise: &PromiseId| variable("promise", promise.as_str());
        let all = |parts: &[Condition], sign: &str, none: &str| -> Result<String, String> {
            let parts: Vec<String> = parts.iter().map(|part| self.condition(part)).collect::<Result<_, _>>()?;
            Ok(if parts.is_empty() { none.into() } else { format!("({})", parts.join(sign)) })
        };
        Ok(match condition {
            Condition::Knows(fact) => variable("knows", fact.as_str()),
            Condition::Promised(promise) => format!("({} != 0)", of_promise(promise)),
            Condition::Kept(promise) => format!("({} == 2)", of_promise(promise)),
            Condition::Broke(promise) => format!("({} == 3)", of_promise(promise)),
            Condition::Chose(path) => taken(path),
            Condition::Feels(feeling) => {
                let (calm, satisfied) = (self.read(Variable::Calm)?, self.read(Variable::Satisfaction)?);
                let related = self.read(Variable::Relationship)?;
                let upset = format!("({calm} < 420 || {satisfied} < 420)");
                let happy = format!("({calm} >= 600 && {satisfied} >= 580 && {related} >= 580)");
                match feeling {
                    Feeling::Upset => upset,
                    Feeling::Happy => format!("(!{upset} && {happy})"),
                    Feeling::Indifferent => format!("(!{upset} && !{happy})"),
                }
            }
            Condition::AtLeast(variable, number) => format!("({} >= ({number}))", self.read(*variable)?),
            Condition::AtMost(variable, number) => format!("({} <= ({number}))", self.read(*variable)?),
            Condition::All(parts) => all(parts, " && ", "true")?,
            Condition::Any(parts) => all(parts, " || ", "false")?,
            Condition::Not(part) => format!("(!{})", self.condition(part)?),
            Condition::Noticed(_) | Condition::Understood(_) => return Err(format!("{condition:?} is not modelled")),
        })
    }
}
