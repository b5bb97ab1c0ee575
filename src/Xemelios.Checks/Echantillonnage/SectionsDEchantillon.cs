using System.Globalization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Controles;
using Xemelios.Query.Export;
using static Xemelios.Checks.Echantillonnage.MotsDEchantillon;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>A sample as it is printed and signed: rules, sheet, evaluation, annexes. The screen to print and the PDF show these sections and nothing else.</summary>
public static class SectionsDEchantillon
{
    private const int PrefixeDEmpreinte = 8;

    public static string Titre(long id) => string.Create(CultureInfo.InvariantCulture, $"Feuille de contrôle – échantillon n° {id}");

    /// <summary>"SIRET 21990001200019, budget 00, mars 2026, graine 42".</summary>
    public static string Identification(EchantillonTire tire) => string.Create(CultureInfo.InvariantCulture,
        $"SIRET {tire.Siret}, {(tire.Budget.Length == 0 ? "sans budget" : $"budget {tire.Budget}")}, {new DateOnly(tire.Mois.Annee, tire.Mois.Mois, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))}")
        + (tire.Train switch { null => ", tous trains", "" => "", var train => $", train {train}" }) + $", graine {tire.Graine}";

    public static IReadOnlyList<SectionDeRapport> Sections(FeuilleDePointage feuille, int confiance) =>
    [
        Regles(feuille.Tire),
        .. feuille.Tire.Postes.SelectMany((p, rang) => DuPoste(feuille, p, rang, confiance)),
        new("Annexe 1 : fichiers de l'état", [], new TableDeReponse("Fichiers", [Texte("nom", "Fichier"), Texte("empreinte", "SHA-256")], feuille.Tire.Sources.Select(f => (IReadOnlyList<object?>)[f.Nom, f.Empreinte]))),
        new("Annexe 2 : refaire le tirage",
        [
            "Le rang d'un bulletin est le début (128 bits) du SHA-256 de « xemelios-echantillon-1 », de la graine, du numéro du poste, de « unite » et de « empreinte du fichier/numéro du bulletin », "
            + "chacun sur sa ligne. Par attributs et par strate, ce sont les plus petits rangs ; par unités monétaires, un pas constant de centimes depuis un départ tiré de même, les bulletins pris dans l'ordre des rangs.",
            $"Commande : xemelios echantillon --siret {feuille.Tire.Siret} --budget \"{feuille.Tire.Budget}\" --mois {feuille.Tire.Mois} --graine {feuille.Tire.Graine}, avec la méthode, l'étendue et les critères du premier poste.",
        ]),
    ];

    /// <summary>The units of all postes, as rows that can leave the program.</summary>
    public static TableDeReponse Table(FeuilleDePointage feuille) => new("Échantillon",
        [Texte("poste", "Poste"), new("rang", "N°", TypeDeColonne.Entier), Texte("matricule", "Matricule"), Texte("volume", "Fichier (empreinte)"), new("ordre", "Bulletin", TypeDeColonne.Entier),
         new("montant", "Montant", TypeDeColonne.Montant), Texte("strate", "Pourquoi"), Texte("decision", "Décision"), new("constate", "Montant constaté", TypeDeColonne.Montant), Texte("note", "Note")],
        feuille.Tire.Postes.SelectMany((p, poste) => p.Tirage.Unites.Select((u, rang) =>
        {
            var (volume, ordre) = CleDUnite.Lire(u.Cle);
            var pointage = feuille.De(poste, rang);
            return (IReadOnlyList<object?>)[p.Poste.Libelle, rang + 1, u.Matricule, volume, ordre, u.Montant, Raison(p.Tirage.Strates[u.Strate]), pointage is null ? null : PhraseDeControle.Nommer(pointage.Decision), pointage?.Constate, pointage?.Note];
        })));

    private static SectionDeRapport Regles(EchantillonTire tire) => new("Plan de contrôle", [], new TableDeReponse("Plan de contrôle",
        [Texte("poste", "Poste"), Texte("regle", "Règle"), new("bulletins", "Bulletins", TypeDeColonne.Entier), new("montant", "Montant", TypeDeColonne.Montant), new("tires", "À voir", TypeDeColonne.Entier)],
        tire.Postes.Select(p => (IReadOnlyList<object?>)[p.Poste.Libelle, Dire(p.Poste), p.Tirage.Effectif, p.Tirage.Montant, p.Tirage.Unites.Count])));

    private static IEnumerable<SectionDeRapport> DuPoste(FeuilleDePointage feuille, PosteTire poste, int rang, int confiance)
    {
        yield return new SectionDeRapport($"{poste.Poste.Libelle} : population", [$"Empreinte de la population : {poste.Tirage.Population}."], Strates(poste.Tirage));
        yield return new SectionDeRapport($"{poste.Poste.Libelle} : feuille de pointage", poste.Tirage.Unites.Count == 0 ? ["Aucun bulletin à voir."] : [], poste.Tirage.Unites.Count == 0 ? null : Feuille(feuille, poste.Tirage, rang));
        if (feuille.Evaluer(rang, confiance) is { } evaluation)
            yield return new SectionDeRapport(
                $"{poste.Poste.Libelle} : évaluation", [PhrasesDEvaluation.Conclure(evaluation), .. PhrasesDEvaluation.NeCouvrePas(evaluation)],
                new TableDeReponse("Évaluation", [Texte("chiffre", "Chiffre"), Texte("valeur", "Valeur")], PhrasesDEvaluation.Chiffres(evaluation).Select(c => (IReadOnlyList<object?>)[c.Nom, c.Valeur])));
    }

    private static TableDeReponse Strates(TirageDePoste tirage) => new("Population par strate",
        [Texte("strate", "Strate"), new("bulletins", "Bulletins", TypeDeColonne.Entier), new("montant", "Montant", TypeDeColonne.Montant), new("tires", "À voir", TypeDeColonne.Entier)],
        tirage.Strates.Select(s => (IReadOnlyList<object?>)[Nommer(s), s.Effectif, s.Montant, s.Tires]))
    {
        Totaux = ["Total", tirage.Effectif, tirage.Montant, tirage.Unites.Count],
    };

    private static TableDeReponse Feuille(FeuilleDePointage feuille, TirageDePoste tirage, int poste) => new("Feuille de pointage",
        [Texte("rang", "N°"), Texte("matricule", "Matricule"), Texte("bulletin", "Bulletin"), new("montant", "Montant", TypeDeColonne.Montant), Texte("strate", "Pourquoi"),
         Texte("decision", "Décision"), new("constate", "Constaté", TypeDeColonne.Montant), Texte("note", "Note"), Texte("par", "Par")],
        tirage.Unites.Select((u, rang) =>
        {
            var (volume, ordre) = CleDUnite.Lire(u.Cle);
            var p = feuille.De(poste, rang);
            return (IReadOnlyList<object?>)[(rang + 1).ToString(CultureInfo.InvariantCulture), u.Matricule, string.Create(CultureInfo.InvariantCulture, $"{volume[..Math.Min(PrefixeDEmpreinte, volume.Length)]}… n° {ordre}"), u.Montant, Raison(tirage.Strates[u.Strate]),
                p is null ? "à voir" : PhraseDeControle.Nommer(p.Decision), p?.Constate, p?.Note, p is null ? null : $"{p.Auteur}, {JourDeParis.De(p.Le).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}"];
        }));

    private static ColonneDeTable Texte(string cle, string titre) => new(cle, titre, TypeDeColonne.Texte);
}
