using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>A question whose answer names persons, or that looks for them: it is never asked above a poste comptable (arrêté of 3 August 2005, art. 1).</summary>
public interface IQuestionNominative;

/// <summary>Keeps persons of several postes apart.</summary>
internal static class QuestionsNominatives
{
    /// <summary>Called before anything is read.</summary>
    /// <exception cref="RapprochementInterditException">the perimeter is of several postes.</exception>
    public static void Autoriser(this IQuestionNominative question, Perimetre perimetre)
    {
        ArgumentNullException.ThrowIfNull(question);
        Autoriser(perimetre);
    }

    /// <inheritdoc cref="Autoriser(IQuestionNominative, Perimetre)"/>
    public static void Autoriser(Perimetre perimetre)
    {
        if (perimetre.PlusieursPostes)
            throw new RapprochementInterditException();
    }
}

/// <summary>Persons of several postes comptables would be brought together.</summary>
public sealed class RapprochementInterditException()
    : QuestionRefuseeException("QST-0011", "Ce dossier réunit plusieurs postes comptables : nommez-en un. Des données nominatives ne se rapprochent pas au-dessus du poste (arrêté du 3 août 2005, article 1).");
