using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>A part of the report: its title, sentences, and a table.</summary>
public sealed record SectionDeRapport(string Titre, IReadOnlyList<string> Phrases, TableDeReponse? Table = null);

/// <summary>The report as it is read: the screen, the print and the PDF show these sections and nothing else, so that their figures are the same.</summary>
public static class SectionsDeRapport
{
    /// <summary>Beyond, a list says how many more there are.</summary>
    public const int PlusLongueListe = 200;

    public static string Titre(RapportDeControle rapport) => $"Rapport de contrôle – {PhrasesDEtat.Mois(Mois(rapport.Suivi.Rapprochement.Etat))}";

    public static string Identification(RapportDeControle rapport) => PhrasesDEtat.Dire(rapport.Suivi.Rapprochement.Etat) + (rapport.Suivi.Etat.Cible.Train is null ? ", tous trains" : "");

    /// <summary>A file name without extension.</summary>
    public static string Nom(RapportDeControle rapport) =>
        PhrasesDEtat.Nom("rapport-de-controle", rapport.Suivi.Rapprochement.Etat.Siret, rapport.Suivi.Rapprochement.Etat.Budget, Mois(rapport.Suivi.Rapprochement.Etat));

    public static IReadOnlyList<SectionDeRapport> Sections(this RapportDeControle rapport) =>
    [
        Totaux(rapport.Suivi.Rapprochement), Fichiers(rapport), Rapprochement(rapport.Suivi), Visas(rapport), Notes(rapport.Suivi), Restes(rapport), Anomalies(rapport), Attendus(rapport.Attendus),
    ];

    private static SectionDeRapport Totaux(Rapprochement r) => new("Totaux de l'état", [], new TableDeReponse("Totaux de l'état",
        [Texte("chiffre", "Chiffre"), new("nombre", "Nombre", TypeDeColonne.Entier), new("montant", "Montant", TypeDeColonne.Montant)],
        [
            ["Volumes", r.Etat.Volumes, null], ["Bulletins", r.Etat.Bulletins, null], ["Agents", r.Etat.Agents, null], ["Mandats", r.Mandats.Count, null],
            ["Brut", null, r.Etat.Brut], ["Net", null, r.Etat.Net], ["Net à payer", null, r.Etat.NetAPayer], ["Charges patronales", null, r.Etat.CotisationsPatronales],
            ["Recalculé par nature", null, r.Totaux.Recalcule], ["Sans nature", null, r.NonAttribue.Montant], ["Mandaté", null, r.Totaux.Mandate],
        ]));

    private static SectionDeRapport Fichiers(RapportDeControle rapport) => new("Fichiers contrôlés", [], new TableDeReponse("Fichiers contrôlés",
        [Texte("fichier", "Fichier"), Texte("empreinte", "Empreinte SHA-256")], rapport.Fichiers.Select(f => (IReadOnlyList<object?>)[f.Nom, f.Empreinte])));

    private static SectionDeRapport Rapprochement(SuiviDeLEtat suivi)
    {
        var r = suivi.Rapprochement;
        return new("Rapprochement par nature", [], new TableDeReponse("Rapprochement par nature",
            [
                Texte("nature", "Nature"), Texte("libelle", "Libellé"), Montant("recalcule", "Recalculé"), Montant("repartition", "Répartition"), Montant("mandate", "Mandaté"),
                Montant("ecart_mandat", "Écart mandat"), Texte("decision", "Décision"),
            ],
            r.Lignes.Select(l => (IReadOnlyList<object?>)
                [l.Nature.Length == 0 ? "Sans nature" : l.Nature, l.Libelle, l.Recalcule, l.Repartition, l.Mandate, l.EcartMandat, Decision(suivi.Natures[l.Nature].Visa)]))
        {
            Totaux = [null, null, r.Totaux.Recalcule, r.Totaux.Repartition, r.Totaux.Mandate, r.Totaux.EcartMandat, null],
        });
    }

    private static SectionDeRapport Visas(RapportDeControle rapport)
    {
        var visas = rapport.Suivi.Tout.SelectMany(s => s.Visas.Select((v, i) => (s.Cible, v.Visa, Suite: i > 0 ? "remplacé par un visa suivant" : PhraseDeControle.Changements(v))))
            .Concat(rapport.Bulletins.Select(v => (v.Cible, Visa: v, Suite: (string?)null)).Where(v => v.Visa.Decision != DecisionDeVisa.Conforme || v.Visa.Texte is not null)).ToList();
        var parDecision = Enum.GetValues<DecisionDeVisa>().Select(d => $"{rapport.Bulletins.Count(b => b.Decision == d)} {PhraseDeControle.Nommer(d)}");
        return new("Visas", [$"Bulletins visés : {rapport.Bulletins.Count} ({string.Join(", ", parDecision)}) ; sans visa : {rapport.BulletinsSansVisa}. Ceux qui sont conformes et sans note ne sont pas listés.", .. Suite(visas.Count)],
            new TableDeReponse("Visas", [Texte("objet", "Objet"), Texte("decision", "Décision"), Texte("par", "Par"), Texte("le", "Le"), Texte("note", "Note"), Texte("suite", "Depuis")],
                visas.Take(PlusLongueListe).Select(v => (IReadOnlyList<object?>)[PhraseDeControle.Objet(v.Cible), PhraseDeControle.Nommer(v.Visa.Decision!.Value), v.Visa.Auteur, PhraseDeControle.Quand(v.Visa.Le), v.Visa.Texte, v.Suite])));
    }

    private static SectionDeRapport Notes(SuiviDeLEtat suivi)
    {
        var notes = suivi.Tout.SelectMany(s => s.Notes).ToList();
        return notes.Count == 0 ? new("Notes de contrôle", ["Aucune note."]) : new("Notes de contrôle", [], new TableDeReponse("Notes de contrôle",
            [Texte("objet", "Objet"), Texte("note", "Note ou réponse"), Texte("par", "Par"), Texte("le", "Le"), Texte("etat", "État")],
            notes.SelectMany(n => n.Reponses.Prepend(n.Note).Select(e => (IReadOnlyList<object?>)
                [PhraseDeControle.Objet(e.Cible), e.Texte, e.Auteur, PhraseDeControle.Quand(e.Le), e.Sorte == SorteDEcrit.Note ? n.EstClose ? "close" : "ouverte" : e.Clot ? "clôt la note" : "réponse"]))));
    }

    private static SectionDeRapport Restes(RapportDeControle rapport)
    {
        var suivi = rapport.Suivi;
        var restes = new List<string>();
        if (suivi.Etat.Visa is not { EstRegle: true })
            restes.Add(suivi.Etat.Visa is null ? "L'état n'a pas de visa." : "L'état est à régulariser, ou visé sur d'autres données.");
        restes.AddRange(suivi.EcartsSansDecision.Select(l => $"Nature {l.Nature} : écart de {Export.Pdf.TexteDeCellule.De(l.EcartMandat)}\u00A0€ sans décision."));
        restes.AddRange(suivi.Natures.Values.Where(n => n.Visa is { EstRegle: false }).Select(n => $"Nature {n.Cible.Nature} : à régulariser, ou visée sur d'autres données."));
        if (rapport.Bulletins.Count(b => b.Decision == DecisionDeVisa.ARegulariser) is > 0 and var bulletins)
            restes.Add($"Bulletins à régulariser : {bulletins}.");
        if (suivi.Tout.SelectMany(s => s.Notes).Count(n => !n.EstClose) is > 0 and var notes)
            restes.Add($"Notes ouvertes : {notes}.");
        return new("Ce qui reste à voir", restes.Count == 0 ? ["Rien."] : restes);
    }

    private static SectionDeRapport Anomalies(RapportDeControle rapport) => rapport.Anomalies.Count == 0
        ? new("Anomalies des fichiers", ["Aucune anomalie."])
        : new("Anomalies des fichiers", [], new TableDeReponse("Anomalies des fichiers", [Texte("code", "Code"), Texte("gravite", "Gravité"), new("nombre", "Nombre", TypeDeColonne.Entier)],
            rapport.Anomalies.Select(a => (IReadOnlyList<object?>)[a.Code, a.Gravite switch { 0 => "information", 1 => "avertissement", _ => "erreur" }, a.Nombre])));

    private static SectionDeRapport Attendus(AttendusDuMois attendus)
    {
        var manquants = attendus.Evenements.Where(e => e.Etat == EtatDAttendu.Manquant).ToList();
        return new("Justificatifs attendus et manquants",
            [$"Évènements pour lesquels la liste demande des pièces : {attendus.Total.Demandes} ; avec au moins une pièce : {attendus.Total.AvecPiece} ; sans aucune : {manquants.Count}.", .. Suite(manquants.Count)],
            manquants.Count == 0 ? null : new TableDeReponse("Justificatifs manquants",
                [Texte("evenement", "Évènement"), Texte("matricule", "Matricule"), Texte("rubrique", "Rubrique de la liste"), Texte("pieces", "Pièces demandées")],
                manquants.Take(PlusLongueListe).Select(e => (IReadOnlyList<object?>)
                    [ListeDesJustificatifs.De(e.Evenement).Libelle, e.Matricule, e.Rubrique, string.Join(" ; ", e.Pieces.Where(p => !p.Conditionnelle).Select(p => p.Libelle))])));
    }

    private static IEnumerable<string> Suite(int nombre) => nombre > PlusLongueListe ? [$"Les {PlusLongueListe} premiers de {nombre} sont listés : les autres se lisent dans l'application."] : [];

    private static string? Decision(VisaLu? visa) => visa is null ? null : $"{PhraseDeControle.Nommer(visa.Decision)}{(visa.SurDAutresDonnees ? " (sur d'autres données)" : "")}, {visa.Visa.Auteur}";

    private static MoisDePaye Mois(EtatDePaye etat) => new(etat.Annee, etat.Mois);

    private static ColonneDeTable Texte(string cle, string titre) => new(cle, titre, TypeDeColonne.Texte);

    private static ColonneDeTable Montant(string cle, string titre) => new(cle, titre, TypeDeColonne.Montant);
}
