using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Store.Gestion.Controles;

/// <summary>Writes in the carnet de contrôle: each entry is in the journal, by keys alone, before it is kept.</summary>
/// <remarks>Who may, and on what, is for the caller to have asked.</remarks>
public sealed class TenueDuCarnet(CarnetDeControle carnet, IJournal journal, TimeProvider horloge)
{
    public const int TexteMax = 1_000;

    public const int PersonneMax = 100;

    private const int PrefixeDEmpreinte = 12;

    /// <summary>Gives a visa; those that were given before stay.</summary>
    /// <param name="vues">What is on the screen of who gives it.</param>
    /// <param name="avant">What the last visa said, for the journal.</param>
    /// <param name="acte">Who writes, from where; the rest is filled here.</param>
    /// <exception cref="NoteRefuseeException">the note is too long.</exception>
    public Ecrit Viser(CibleDeControle cible, DecisionDeVisa decision, string? note, DonneesVues vues, DecisionDeVisa? avant, Acte acte) => Ecrire(
        new Ecrit(0, SorteDEcrit.Visa, cible, "", default) { Decision = decision, Vues = vues, Texte = string.IsNullOrWhiteSpace(note) ? null : Exiger(note) },
        "visa=ajout", acte with { Avant = avant?.ToString(), Apres = decision.ToString() });

    /// <summary>Writes a note.</summary>
    /// <exception cref="NoteRefuseeException">the text is missing or too long.</exception>
    public Ecrit Noter(CibleDeControle cible, string? texte, Acte acte) =>
        Ecrire(new Ecrit(0, SorteDEcrit.Note, cible, "", default) { Texte = Exiger(texte) }, "note=ajout", acte);

    /// <summary>Answers a note that was read before, and closes it or not.</summary>
    /// <exception cref="NoteRefuseeException">the text is missing or too long.</exception>
    public Ecrit Repondre(Ecrit note, string? texte, bool clore, Acte acte) => Ecrire(
        new Ecrit(0, SorteDEcrit.Reponse, note.Cible, "", default) { Texte = Exiger(texte), Repond = note.Id, Clot = clore },
        string.Create(CultureInfo.InvariantCulture, $"note={note.Id}"), acte with { Apres = clore ? "close" : "répondue" });

    /// <summary>Gives the work to someone, or takes it back.</summary>
    /// <param name="personne">An account of the poste; null takes it back.</param>
    public Ecrit Attribuer(CibleDeControle cible, string? personne, Acte acte) => Ecrire(
        new Ecrit(0, SorteDEcrit.Attribution, cible, "", default) { Personne = personne is null ? null : RedactionDeNotes.Exiger(personne, "La personne", PersonneMax) },
        "attribution=ajout", acte with { Apres = personne ?? "reprise" });

    private Ecrit Ecrire(Ecrit ecrit, string cle, Acte acte)
    {
        journal.Ecrire(acte with { Nature = NatureDActe.Visa, Siret = ecrit.Cible.Siret, Matricule = ecrit.Cible.Matricule, Cles = Cles(ecrit.Cible, cle) });
        return carnet.Ajouter(ecrit with { Auteur = acte.Utilisateur ?? acte.Depuis, Le = horloge.GetUtcNow() });
    }

    private static string Cles(CibleDeControle cible, string cle) => string.Join(';', new[]
    {
        cle, Cle("budget", cible.Budget), Cle("mois", cible.Mois?.ToString()), Cle("train", cible.Train), Cle("nature", cible.Nature),
        Cle("volume", Abreger(cible.Volume)), Cle("ordre", cible.Ordre?.ToString(CultureInfo.InvariantCulture)), Cle("piece", Abreger(cible.Piece)), Cle("mandat", cible.Mandat),
    }.OfType<string>());

    private static string? Cle(string nom, string? valeur) => valeur is null ? null : $"{nom}={valeur}";

    private static string? Abreger(string? empreinte) => empreinte?[..Math.Min(PrefixeDEmpreinte, empreinte.Length)];

    private static string Exiger(string? texte) => RedactionDeNotes.Exiger(texte, "La note", TexteMax);
}
