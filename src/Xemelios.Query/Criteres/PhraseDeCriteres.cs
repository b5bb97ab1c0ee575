using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Criteres;

/// <summary>Says a condition in French, as it stands above the results and in the exports.</summary>
public static class PhraseDeCriteres
{
    /// <summary>How many values of a list a sentence gives before it counts the others.</summary>
    private const int ValeursDites = 5;

    /// <summary>"l'indice est supérieur ou égal à 400 et (le service commence par « Crèche » ou aucune ligne où …)"; empty when nothing is asked.</summary>
    /// <param name="nommer">The label of a value, when it is known better than by its code.</param>
    public static string Dire(Condition condition, Func<Critere, string, string?>? nommer = null) => new Diction(nommer).Dire(condition, seule: true);

    private sealed class Diction(Func<Critere, string, string?>? nommer)
    {
        public string Dire(Condition condition, bool seule) => condition switch
        {
            Test test => Un(test),
            LigneAvec { Terme: Et { Termes.Count: 0 } } => "il y a une ligne de paye",
            LigneAvec ligne => $"il y a une ligne où {Dire(ligne.Terme, seule: true)}",
            Non { Terme: LigneAvec { Terme: Et { Termes.Count: 0 } } } => "il n'y a aucune ligne de paye",
            Non { Terme: LigneAvec ligne } => $"il n'y a aucune ligne où {Dire(ligne.Terme, seule: true)}",
            Non non => $"il n'est pas vrai que {Dire(non.Terme, seule: false)}",
            Et et => Joindre(et.Termes, " et ", seule),
            Ou ou => Joindre(ou.Termes, " ou ", seule),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

        private string Joindre(IReadOnlyList<Condition> termes, string mot, bool seule)
        {
            var texte = string.Join(mot, termes.Select(t => Dire(t, seule: false)));
            return seule || termes.Count < 2 ? texte : $"({texte})";
        }

        private string Un(Test test)
        {
            var (critere, valeurs) = (test.Critere, test.Valeurs);
            return test.Operateur switch
            {
                Operateur.Vide when critere.Genre == GenreDeCritere.Presence => $"il n'y a auc{critere.Sujet}",   // aucun, aucune
                Operateur.Renseigne when critere.Genre == GenreDeCritere.Presence => $"il y a {critere.Sujet}",
                Operateur.Entre => $"{critere.Sujet} est entre {Valeur(critere, valeurs[0])} et {Valeur(critere, valeurs[1])}",
                Operateur.Parmi => $"{critere.Sujet} est parmi {Liste(critere, valeurs)}",
                var operateur when valeurs.Count == 0 => $"{critere.Sujet} {operateur.Phrase()}",
                var operateur => $"{critere.Sujet} {operateur.Phrase().Replace("{0}", Valeur(critere, valeurs[0]), StringComparison.Ordinal)}",
            };
        }

        private string Liste(Critere critere, IReadOnlyList<string> valeurs) => valeurs.Count <= ValeursDites
            ? string.Join(", ", valeurs.Select(v => Valeur(critere, v)))
            : $"{string.Join(", ", valeurs.Take(ValeursDites).Select(v => Valeur(critere, v)))} et {valeurs.Count - ValeursDites} autres valeurs";

        private string Valeur(Critere critere, string valeur) => critere switch
        {
            { Sensible: true } => "une valeur gardée à part",
            { Genre: GenreDeCritere.Montant } => $"{valeur.Replace('.', ',')} €",
            { Genre: GenreDeCritere.Nombre } => valeur.Replace('.', ','),
            { Genre: GenreDeCritere.Mois } => MoisDePaye.TryParse(valeur, out var mois) ? $"{mois.Mois:00}/{mois.Annee}" : valeur,
            _ => nommer?.Invoke(critere, valeur) ?? $"« {valeur} »",
        };
    }
}
